//! The application's entry in the browser: see [`application::start`].

fn main() {
    application::start();
}
