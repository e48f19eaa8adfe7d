import UIKit

/// Covers the app while it is not the one in front: in the task switcher nothing of it is to be read.
final class Cover {
  private let view = UIView()
  private var observers: [NSObjectProtocol] = []

  /// - Parameter window: that of the app, once there is one.
  init(over window: @escaping () -> UIWindow?) {
    view.backgroundColor = .systemBackground
    view.autoresizingMask = [.flexibleWidth, .flexibleHeight]
    let center = NotificationCenter.default
    observers = [
      center.addObserver(forName: UIApplication.willResignActiveNotification, object: nil, queue: .main) {
        [view] _ in
        guard let window = window() else { return }
        view.frame = window.bounds
        window.addSubview(view)
      },
      center.addObserver(forName: UIApplication.didBecomeActiveNotification, object: nil, queue: .main) {
        [view] _ in view.removeFromSuperview()
      },
    ]
  }

  deinit { observers.forEach { NotificationCenter.default.removeObserver($0) } }
}
