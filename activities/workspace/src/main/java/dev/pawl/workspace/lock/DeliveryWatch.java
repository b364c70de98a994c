package dev.pawl.workspace.lock;

/** How a delivery keeps in touch with whoever asked for it. */
public interface DeliveryWatch {
    /** Nobody waits, and nobody else delivers. */
    DeliveryWatch NONE = new DeliveryWatch() {
        @Override
        public void check() {}

        @Override
        public void waiting(String why) {}
    };

    /** Called before each write. Throws if nobody wants the delivery any more: then nothing more is written. */
    void check();

    /** Called once if another writer has the directory. */
    void waiting(String why);
}
