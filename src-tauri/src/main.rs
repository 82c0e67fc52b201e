fn main() { recourse_desktop::run() }
