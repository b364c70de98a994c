package dev.pawl.workspace.notes;

/** Numbers of files in notes for people. */
public final class Count {
    private Count() {}

    public static String files(int number) {
        return of(number, "file");
    }

    /** @param one the noun for one of them, whose plural ends in "s" */
    public static String of(int number, String one) {
        return number == 1 ? "1 " + one : number + " " + one + "s";
    }
}
