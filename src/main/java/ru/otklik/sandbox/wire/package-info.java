/** What the demo's networks have in common: troubles, a line that is really cut, JSON, pictures, deliveries. */
@NullMarked
package ru.otklik.sandbox.wire;

import org.jspecify.annotations.NullMarked;
