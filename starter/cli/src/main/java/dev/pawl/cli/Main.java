package dev.pawl.cli;

/** The entry point; the launcher {@code pawl} starts it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Context context = Context.ofProcess();
        int code = Pawl.commandLine(context).execute(arguments);
        context.terminal().out().flush();
        System.exit(code);
    }
}
