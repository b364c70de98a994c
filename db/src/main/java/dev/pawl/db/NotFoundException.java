package dev.pawl.db;

/** A row or text that has to be there is not. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    public NotFoundException(String kind, String id) {
        super("no " + kind + " '" + id + "'");
        this.kind = kind;
        this.id = id;
    }

    /** What was looked for: {@code task}, {@code content}, … */
    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
