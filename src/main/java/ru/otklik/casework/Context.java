package ru.otklik.casework;

import java.time.Instant;

/** Who decides, what surrounds the incident, and when. */
public record Context(Actor actor, World world, Instant now) {}
