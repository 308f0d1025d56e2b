#pragma once

#include <gio/gio.h>
#include <xcb/xcb.h>

G_BEGIN_DECLS

/**
 * CoachX11Screen:
 * @connection: (owned)
 * @root: the window that window managers write on
 * @active: the property of @root that says which window is active
 * @clients: the property of @root that says which windows there are
 * @state: the property of windows that says what they are
 * @full_screen: what it says of those that fill the screen
 *
 * A connection to an X server, and what a window manager tells by it.
 */
typedef struct
{
  xcb_connection_t *connection;
  xcb_window_t      root;
  xcb_atom_t        active;
  xcb_atom_t        clients;
  xcb_atom_t        state;
  xcb_atom_t        full_screen;
} CoachX11Screen;

gpointer coach_x11_screen_open (xcb_connection_t  *connection,
                                int                number,
                                GError           **error);
void     coach_x11_screen_free (CoachX11Screen    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachX11Screen, coach_x11_screen_free)

G_END_DECLS
