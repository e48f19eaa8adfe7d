// The app begins in Rust: `handrail_lib::run`, which Tauri gives this name.
extern "C" void start_app();

int main(int argc, char *argv[]) {
  start_app();
  return 0;
}
