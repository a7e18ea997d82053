package ru.otklik.detection.learn;

/**
 * A message as the machines see it.
 *
 * @param places where in the vector each gram stands; -1: never seen in training
 */
record Text(Grams grams, int[] places, Sparse vector) {}
