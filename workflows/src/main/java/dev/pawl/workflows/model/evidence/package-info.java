/** What an iteration showed: the agent's report, checks, files, findings, the judge's score. */
@NullMarked
package dev.pawl.workflows.model.evidence;

import org.jspecify.annotations.NullMarked;
