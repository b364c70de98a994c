package dev.pawl.host.process;

/** A run was ended because its worker stops; another worker can start the work again. */
public final class WorkerStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerStoppedException() {
        super("the worker was stopped");
    }
}
