/** A stranger's file becomes a picture and nothing else. Every byte is hostile until it is drawn anew. */
@NullMarked
package ru.otklik.pictures.cleaning;

import org.jspecify.annotations.NullMarked;
