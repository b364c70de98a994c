/** The user's sign-ins, lent to runs of agents and copied back if a run renewed them. */
@NullMarked
package dev.pawl.agent.signin;

import org.jspecify.annotations.NullMarked;
