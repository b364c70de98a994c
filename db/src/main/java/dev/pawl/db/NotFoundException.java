package dev.pawl.db;

/** A required row or text does not exist. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    public NotFoundException(String kind, String id) {
        super("no " + kind + " '" + id + "'");
        this.kind = kind;
        this.id = id;
    }

    /** What was requested: {@code task}, {@code content}, … */
    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
