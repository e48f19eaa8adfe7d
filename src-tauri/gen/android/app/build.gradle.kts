import groovy.json.JsonSlurper
import java.util.Properties
import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
    id("rust")
}

// Names and numbers have one place: what the app is called and the oldest Android stand in tauri.conf.json, and the
// version in Cargo.toml, from where Tauri's command line writes it into tauri.properties.
val tauri = JsonSlurper().parse(file("../../../tauri.conf.json")) as Map<*, *>
val appIdentifier = tauri["identifier"] as String
val oldestAndroid = ((tauri["bundle"] as Map<*, *>)["android"] as Map<*, *>)["minSdkVersion"] as Int
val appVersion = Properties().apply {
    file("tauri.properties").takeIf { it.exists() }?.inputStream()?.use { load(it) }
}

/** A key to sign a release with, where the machine has one; without it a release stays unsigned. */
val keystore: String? = System.getenv("HANDRAIL_ANDROID_KEYSTORE")

android {
    compileSdk = 37
    namespace = appIdentifier
    defaultConfig {
        applicationId = appIdentifier
        minSdk = oldestAndroid
        targetSdk = 37
        versionCode = appVersion.getProperty("tauri.android.versionCode", "1").toInt()
        versionName = appVersion.getProperty("tauri.android.versionName", "0.0.0")
    }
    androidResources {
        localeFilters += listOf("en", "es")
    }
    if (keystore != null) {
        signingConfigs {
            create("release") {
                storeFile = file(keystore)
                storePassword = System.getenv("HANDRAIL_ANDROID_KEYSTORE_PASSWORD")
                keyAlias = System.getenv("HANDRAIL_ANDROID_KEY_ALIAS")
                keyPassword = System.getenv("HANDRAIL_ANDROID_KEY_PASSWORD")
            }
        }
    }
    buildTypes {
        getByName("debug") {
            isDebuggable = true
            isJniDebuggable = true
            isMinifyEnabled = false
            packaging {
                jniLibs.keepDebugSymbols.add("*/arm64-v8a/*.so")
                jniLibs.keepDebugSymbols.add("*/armeabi-v7a/*.so")
                jniLibs.keepDebugSymbols.add("*/x86/*.so")
                jniLibs.keepDebugSymbols.add("*/x86_64/*.so")
            }
        }
        getByName("release") {
            signingConfig = signingConfigs.findByName("release")
            optimization {
                enable = true
            }
            proguardFiles(
                *fileTree(".") {
                    include("**/*.pro")
                    exclude("build/**")
                }.files.toTypedArray()
            )
        }
    }
    // No list of what it is built from, which only one shop can read.
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }
    buildFeatures {
        buildConfig = true
    }
}

kotlin {
    compilerOptions {
        jvmTarget = JvmTarget.JVM_1_8
    }
}

rust {
    rootDirRel = "../../../"
}

// What Tauri's window is made with. Nobody else's software comes in here.
dependencies {
    implementation("androidx.webkit:webkit:1.14.0")
    implementation("androidx.appcompat:appcompat:1.7.1")
    implementation("androidx.activity:activity-ktx:1.10.1")
    implementation("com.google.android.material:material:1.12.0")
    implementation("androidx.lifecycle:lifecycle-process:2.10.0")
}

apply(from = file("tauri.build.gradle.kts"))
