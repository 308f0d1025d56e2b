#pragma once

#include <glib-object.h>
#include <wayland-client.h>

G_BEGIN_DECLS

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
