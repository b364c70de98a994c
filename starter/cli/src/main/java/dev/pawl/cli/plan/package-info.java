/** What a plan file says before it runs: levels, critical path, who owns which path. */
@NullMarked
package dev.pawl.cli.plan;

import org.jspecify.annotations.NullMarked;
