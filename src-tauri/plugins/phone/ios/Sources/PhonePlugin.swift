import Tauri
import UIKit
import WebKit

struct WithdrawArgs: Decodable {
  let id: String
}

struct ScheduleArgs: Decodable {
  let coming: [Notice]
}

struct ListenArgs: Decodable {
  let channel: Channel
}

struct FolderArgs: Decodable {
  let folder: String
}

struct ShareArgs: Decodable {
  let name: String
  /// Foundation reads base64 into bytes.
  let bytes: Data
}

/// What the app asks of iOS. Each command is answered once, and a refusal says nothing of what was asked. Secrets are
/// kept in the Keychain, which the app reaches without this.
class PhonePlugin: Plugin {
  private let reminders = Reminders()
  private var cover: Cover?

  @objc public override func load(webview: WKWebView) {
    Shared.empty()
    // A swipe from the edge goes back a page, as in every app here; a web view leaves it out unless it is asked.
    webview.allowsBackForwardNavigationGestures = true
    cover = Cover(over: { [weak webview] in webview?.window })
  }

  @objc public func permission(_ invoke: Invoke) {
    answer(invoke) { await ["state": self.reminders.permission()] }
  }

  @objc public func ask(_ invoke: Invoke) {
    answer(invoke) { try await ["state": self.reminders.ask()] }
  }

  @objc public func show(_ invoke: Invoke) {
    run(invoke) { try await self.reminders.show(invoke.parseArgs(Notice.self)) }
  }

  @objc public func withdraw(_ invoke: Invoke) {
    run(invoke) { try await self.reminders.withdraw(invoke.parseArgs(WithdrawArgs.self).id) }
  }

  @objc public func schedule(_ invoke: Invoke) {
    run(invoke) { try await self.reminders.handOver(invoke.parseArgs(ScheduleArgs.self).coming) }
  }

  @objc public func listen(_ invoke: Invoke) {
    run(invoke) {
      let channel = try invoke.parseArgs(ListenArgs.self).channel
      self.reminders.listen { try? channel.send($0) }
    }
  }

  /// Says each time that the app goes to the background. What only lies over it for a moment is no leaving.
  @objc public func leaving(_ invoke: Invoke) {
    run(invoke) {
      let channel = try invoke.parseArgs(ListenArgs.self).channel
      let left = UIApplication.didEnterBackgroundNotification
      NotificationCenter.default.addObserver(forName: left, object: nil, queue: .main) { _ in
        channel.send(JsonObject())
      }
    }
  }

  @objc public func haptic(_ invoke: Invoke) {
    run(invoke) { await MainActor.run { UIImpactFeedbackGenerator(style: .light).impactOccurred() } }
  }

  @objc public func look(_ invoke: Invoke) {
    answer(invoke) { await ["bold": MainActor.run { UIAccessibility.isBoldTextEnabled }] }
  }

  @objc public func keepFromBackup(_ invoke: Invoke) {
    run(invoke) {
      var folder = URL(fileURLWithPath: try invoke.parseArgs(FolderArgs.self).folder, isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var values = URLResourceValues()
      values.isExcludedFromBackup = true
      try folder.setResourceValues(values)
    }
  }

  @objc public func share(_ invoke: Invoke) {
    answer(invoke) {
      let asked = try invoke.parseArgs(ShareArgs.self)
      guard let parent = self.manager.viewController else { throw Shared.Refused() }
      return try await ["shared": Shared.offer(asked.bytes, name: asked.name, from: parent)]
    }
  }

  private func run(_ invoke: Invoke, _ what: @escaping () async throws -> Void) {
    answer(invoke) {
      try await what()
      return [:]
    }
  }

  /// What goes wrong may be told in words of the client: they are not passed on.
  private func answer(_ invoke: Invoke, _ what: @escaping () async throws -> JsonObject) {
    Task {
      do {
        invoke.resolve(try await what())
      } catch {
        invoke.reject("refused")
      }
    }
  }
}

@_cdecl("init_plugin_phone")
func initPlugin() -> Plugin {
  return PhonePlugin()
}
