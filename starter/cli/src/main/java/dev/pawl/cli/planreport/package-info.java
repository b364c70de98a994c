/** The report on a plan: figures computed from what its packages did, as text, JSON and a page. */
@NullMarked
package dev.pawl.cli.planreport;

import org.jspecify.annotations.NullMarked;
