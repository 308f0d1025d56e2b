#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

struct wl_display;

/**
 * CoachWaylandSourceFunc:
 * @owner: whoever owns the connection
 *
 * Called once when the compositor is gone, after what it still said was dispatched.
 */
typedef void (*CoachWaylandSourceFunc) (GObject *owner);

GSource *coach_wayland_source_new (struct wl_display      *display,
                                   CoachWaylandSourceFunc  lost,
                                   GObject                *owner);

G_END_DECLS
