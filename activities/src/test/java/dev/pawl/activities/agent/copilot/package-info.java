/** Tests of the Copilot adapter beside the contract of all agents. */
@NullMarked
package dev.pawl.activities.agent.copilot;

import org.jspecify.annotations.NullMarked;
