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

static CoachX11Screen *
open_screen (const char  *display_name,
             GError     **error)
{
  g_autoptr (CoachX11Screen) self = g_new0 (CoachX11Screen, 1);
  int number;

  self->connection = xcb_connect (display_name, &number);
  if (xcb_connection_has_error (self->connection) == 0)
    {
      self->root = find_root (self->connection, number);
      self->active = find_atom (self->connection, "_NET_ACTIVE_WINDOW");
      self->clients = find_atom (self->connection, "_NET_CLIENT_LIST");
      self->state = find_atom (self->connection, "_NET_WM_STATE");
      self->full_screen = find_atom (self->connection, "_NET_WM_STATE_FULLSCREEN");
    }
  if (self->root != XCB_NONE && self->full_screen != XCB_NONE)
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "no X server at %s", display_name);
  return NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  CoachX11Screen *self = open_screen (task_data, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) coach_x11_screen_free);
  else
    g_task_return_error (task, error);
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

/**
 * coach_x11_screen_open_async:
 * @display_name: the X server, as in `DISPLAY`
 * @cancellable: ends the wait for it
 * @callback: called when it is open or is not to be had
 * @user_data: handed to @callback
 *
 * Connects to a server in a thread, since one that does not answer would hold up everything else.
 */
void
coach_x11_screen_open_async (const char          *display_name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, coach_x11_screen_open_async);
  g_task_set_task_data (task, g_strdup (display_name), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * coach_x11_screen_open_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Gets the screen.
 *
 * Returns: (transfer full) (nullable): the screen
 */
CoachX11Screen *
coach_x11_screen_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
