import UserNotifications

/// Reminders, which iOS shows at their times whether the app runs or not, and what is pressed on them.
final class Reminders: NSObject, UNUserNotificationCenterDelegate {
  /// What was pressed: a notice's id, and the button's word; empty: the notice itself, which only opens the app.
  struct Pressed: Encodable {
    let id: String
    let press: String
  }

  /// iOS keeps the nearest 64 that are to come and drops the others unseen.
  private static let most = 60

  private let center = UNUserNotificationCenter.current()
  private let turns = Turns()
  /// Both only on the main thread.
  private var waiting: [Pressed] = []
  private var listener: ((Pressed) -> Void)?

  override init() {
    super.init()
    center.delegate = self
  }

  /// Whether notices may be shown.
  func permission() async -> String {
    switch await center.notificationSettings().authorizationStatus {
    case .authorized, .provisional, .ephemeral: return "granted"
    case .notDetermined: return "prompt"
    default: return "denied"
    }
  }

  /// The same, after the client was asked where nobody asked them yet.
  func ask() async throws -> String {
    _ = try await center.requestAuthorization(options: [.alert, .sound])
    return await permission()
  }

  /// Shows one now, in place of an earlier one of its id.
  func show(_ notice: Notice) async throws {
    try await turns.take {
      await self.withdraw(notice.id)
      await self.know([notice])
      try await self.center.add(notice.request)
    }
  }

  /// Takes one off the screen. What is to come of it stays.
  func withdraw(_ id: String) async {
    let standing = await center.deliveredNotifications().map(\.request)
    let those = standing.filter { $0.content.threadIdentifier == id }.map(\.identifier)
    center.removeDeliveredNotifications(withIdentifiers: those)
  }

  /// Takes all that is to come, in order, in place of what was handed over before.
  func handOver(_ coming: [Notice]) async throws {
    let nearest = coming.prefix(Reminders.most)
    let named = Set(nearest.map(\.identifier))
    try await turns.take {
      let before = await self.center.pendingNotificationRequests().map(\.identifier)
      self.center.removePendingNotificationRequests(
        withIdentifiers: before.filter { $0.hasPrefix(Notice.coming) && !named.contains($0) })
      await self.know(Array(nearest))
      for notice in nearest { try await self.center.add(notice.request) }
    }
  }

  /// From now on tells that one, also what was pressed before anyone listened.
  func listen(_ listener: @escaping (Pressed) -> Void) {
    DispatchQueue.main.async {
      self.listener = listener
      self.tell()
    }
  }

  /// Makes their buttons known, beside those of notices that still stand or are to come, and no others. Only in a turn.
  private func know(_ notices: [Notice]) async {
    let new = Dictionary(notices.map { ($0.category.identifier, $0.category) }, uniquingKeysWith: { one, _ in one })
    // In this order, so that one that comes meanwhile is among the one or the other.
    let pending = await center.pendingNotificationRequests()
    let standing = await center.deliveredNotifications().map(\.request)
    let named = Set((pending + standing).map(\.content.categoryIdentifier))
    let known = await center.notificationCategories()
    let kept = known.filter { named.contains($0.identifier) && new[$0.identifier] == nil }
    center.setNotificationCategories(kept.union(new.values))
  }

  private func tell() {
    guard let listener = listener else { return }
    let told = waiting
    waiting = []
    told.forEach(listener)
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter,
    willPresent notification: UNNotification,
    withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
  ) {
    completionHandler([.banner, .list, .sound])
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter,
    didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    let action = response.actionIdentifier
    let press = action == UNNotificationDefaultActionIdentifier ? "" : action
    let id = response.notification.request.content.threadIdentifier
    DispatchQueue.main.async {
      if action != UNNotificationDismissActionIdentifier {
        self.waiting.append(Pressed(id: id, press: press))
        self.tell()
      }
      completionHandler()
    }
  }
}
