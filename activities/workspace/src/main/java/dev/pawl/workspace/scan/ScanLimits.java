package dev.pawl.workspace.scan;

/**
 * How much of a workspace is read, so that a runaway agent cannot fill disk or memory through Pawl. An excess is a
 * finding that blocks acceptance, unless it existed at the base.
 *
 * @param fileBytes largest file that is stored
 * @param totalBytes of all stored files of one snapshot together
 * @param files largest number of files
 */
public record ScanLimits(long fileBytes, long totalBytes, int files) {
    public static final ScanLimits STANDARD = new ScanLimits(100L << 20, 8L << 30, 500_000);
}
