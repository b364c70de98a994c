/** The contract of all agent programs, run as processes that replay recordings. */
@NullMarked
package dev.pawl.agent.contract;

import org.jspecify.annotations.NullMarked;
