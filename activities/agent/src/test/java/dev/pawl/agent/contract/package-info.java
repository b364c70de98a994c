/** What every agent program has to be understood in, run as a process that plays a recording. */
@NullMarked
package dev.pawl.agent.contract;

import org.jspecify.annotations.NullMarked;
