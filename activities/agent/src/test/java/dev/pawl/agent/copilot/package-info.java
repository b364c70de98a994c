/** Tests of the Copilot adapter beside the contract of all agents. */
@NullMarked
package dev.pawl.agent.copilot;

import org.jspecify.annotations.NullMarked;
