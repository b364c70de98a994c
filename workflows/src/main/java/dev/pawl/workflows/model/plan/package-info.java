/** Plans: graphs of packages, their states and results. */
@NullMarked
package dev.pawl.workflows.model.plan;

import org.jspecify.annotations.NullMarked;
