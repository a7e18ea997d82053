/** VK as its published schema says, the methods that a reading and answering program needs; strict about the rest. */
@NullMarked
package ru.otklik.sandbox.vk;

import org.jspecify.annotations.NullMarked;
