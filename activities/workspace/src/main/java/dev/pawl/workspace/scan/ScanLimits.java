package dev.pawl.workspace.scan;

/**
 * How much of a workspace is looked at, so that a run-away agent cannot fill disk or memory through Pawl. What is
 * beyond is a finding that keeps the result from being accepted, unless it was so at the base.
 *
 * @param fileBytes largest file that is stored
 * @param totalBytes of all stored files of one snapshot together
 * @param files largest number of files
 */
public record ScanLimits(long fileBytes, long totalBytes, int files) {
    public static final ScanLimits STANDARD = new ScanLimits(100L << 20, 8L << 30, 500_000);
}
