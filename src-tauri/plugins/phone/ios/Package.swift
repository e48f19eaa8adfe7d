// swift-tools-version:5.5

import PackageDescription

let package = Package(
  name: "tauri-plugin-phone",
  platforms: [
    // Cargo may have it built as if for a Mac, with the phone's SDK in its place.
    .macOS(.v10_15),
    .iOS(.v15),
  ],
  products: [
    .library(name: "tauri-plugin-phone", type: .static, targets: ["tauri-plugin-phone"])
  ],
  dependencies: [
    .package(name: "Tauri", path: "../.tauri/tauri-api")
  ],
  targets: [
    .target(name: "tauri-plugin-phone", dependencies: [.byName(name: "Tauri")], path: "Sources")
  ]
)
