import UIKit

/// The file that is handed to another app, until the share sheet closes.
enum Shared {
  struct Refused: Error {}

  private static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shared", isDirectory: true)

  /// Takes away what was shared before.
  static func empty() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Offers it to the apps of the phone; whether the client chose one. Refused while something else is in front.
  @MainActor
  static func offer(_ bytes: Data, name: String, from parent: UIViewController) async throws -> Bool {
    guard !name.isEmpty, !name.hasPrefix("."), name == (name as NSString).lastPathComponent else { throw Refused() }
    // Nothing is shown over what is shown already, and a sheet that is still open keeps its file.
    guard parent.presentedViewController == nil else { throw Refused() }
    empty()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try bytes.write(to: file, options: [.atomic, .completeFileProtection])
    return await withCheckedContinuation { answer in
      let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
      var unanswered: CheckedContinuation<Bool, Never>? = answer
      // Told again where the client comes back from an app without sending: the sheet is still open then, and needs the
      // file. An answer is given once.
      sheet.completionWithItemsHandler = { app, completed, _, _ in
        if completed || app == nil { empty() }
        unanswered?.resume(returning: completed)
        unanswered = nil
      }
      // A tablet shows it as a bubble, which has to come from somewhere.
      let middle = CGPoint(x: parent.view.bounds.midX, y: parent.view.bounds.midY)
      sheet.popoverPresentationController?.sourceView = parent.view
      sheet.popoverPresentationController?.sourceRect = CGRect(origin: middle, size: .zero)
      sheet.popoverPresentationController?.permittedArrowDirections = []
      parent.present(sheet, animated: true)
    }
  }
}
