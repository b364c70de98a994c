package dev.pawl.cli;

/** The entry point; the launcher {@code pawl} starts it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Context context = Context.ofProcess();
        int code = Pawl.execute(context, arguments);
        context.terminal().out().flush();
        context.terminal().err().flush();
        // Not exit(): that sets up logging first, to say that it was called, and there are no hooks to run by now.
        Runtime.getRuntime().halt(code);
    }
}
