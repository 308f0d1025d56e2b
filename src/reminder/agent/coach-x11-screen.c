#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-x11-screen-private.h"

#include <string.h>

static xcb_atom_t
find_atom (xcb_connection_t *connection,
           const char       *name)
{
  xcb_intern_atom_cookie_t cookie = xcb_intern_atom (connection, FALSE, (guint16) strlen (name),
                                                     name);
  g_autofree xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply (connection, cookie, NULL);

  return reply != NULL ? reply->atom : XCB_NONE;
}

static xcb_window_t
find_root (xcb_connection_t *connection,
           int               number)
{
  xcb_screen_iterator_t i = xcb_setup_roots_iterator (xcb_get_setup (connection));

  for (; i.rem > 0; xcb_screen_next (&i), number--)
    if (number == 0)
      return i.data->root;
  return XCB_NONE;
}

/**
 * coach_x11_screen_open:
 * @connection: (transfer full): a connection to a server
 * @number: the number of the screen
 * @error: where to put what went wrong
 *
 * Finds what window managers write on; a [callback@X11OpenFunc].
 *
 * Returns: (transfer full) (nullable): the screen
 */
gpointer
coach_x11_screen_open (xcb_connection_t  *connection,
                       int                number,
                       GError           **error)
{
  g_autoptr (CoachX11Screen) self = g_new0 (CoachX11Screen, 1);

  self->connection = connection;
  self->root = find_root (self->connection, number);
  self->active = find_atom (self->connection, "_NET_ACTIVE_WINDOW");
  self->clients = find_atom (self->connection, "_NET_CLIENT_LIST");
  self->state = find_atom (self->connection, "_NET_WM_STATE");
  self->full_screen = find_atom (self->connection, "_NET_WM_STATE_FULLSCREEN");
  if (self->root != XCB_NONE && self->full_screen != XCB_NONE)
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "the X server went away");
  return NULL;
}

/**
 * coach_x11_screen_free:
 * @self: a screen
 *
 * Closes the connection.
 */
void
coach_x11_screen_free (CoachX11Screen *self)
{
  if (self->connection != NULL)
    xcb_disconnect (self->connection);
  g_free (self);
}
