package dev.pawl.workspace.lock;

/** Callbacks of a delivery to its caller. */
public interface DeliveryWatch {
    /** For a delivery without a waiting caller and without competitors. */
    DeliveryWatch NONE = () -> {};

    /** Called before each write. Throws if the delivery is no longer wanted: then nothing more is written. */
    void check();

    /** Called once if another writer has the directory. */
    default void waiting(String why) {}
}
