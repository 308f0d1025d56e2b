#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-x11-opening.h"

typedef struct
{
  char             *display_name;
  CoachX11OpenFunc  func;
  GDestroyNotify    free_func;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->display_name);
  g_free (self);
}

static gpointer
open_display (const Opening  *self,
              GError        **error)
{
  int screen = 0;
  xcb_connection_t *connection = xcb_connect (self->display_name, &screen);

  if (xcb_connection_has_error (connection) == 0)
    return self->func (connection, screen, error);
  xcb_disconnect (connection);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "no X server at %s",
               self->display_name);
  return NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Opening *self = task_data;
  GError *error = NULL;
  gpointer opened = open_display (self, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, self->free_func);
  else
    g_task_return_error (task, error);
}

/**
 * coach_x11_open_async:
 * @display_name: the X server, as in `DISPLAY`
 * @func: makes of the connection what is needed
 * @free_func: frees that
 * @cancellable: ends the wait for it
 * @callback: called when it is open or is not to be had
 * @user_data: handed to @callback
 *
 * Connects to a server in a thread, since one that does not answer would hold up everything else.
 */
void
coach_x11_open_async (const char          *display_name,
                      CoachX11OpenFunc     func,
                      GDestroyNotify       free_func,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening) { g_strdup (display_name), func, free_func };
  g_task_set_source_tag (task, coach_x11_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * coach_x11_open_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong: %G_IO_ERROR_NOT_CONNECTED, or what the function said
 *
 * Gets what was made of the connection.
 *
 * Returns: (transfer full) (nullable): that
 */
gpointer
coach_x11_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
