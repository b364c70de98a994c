package dev.pawl.host.process;

/** A run was ended because its worker ends: the work is whole for whoever takes it up next. */
public final class WorkerStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerStoppedException() {
        super("the worker was stopped");
    }
}
