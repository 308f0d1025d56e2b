#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-x11-counter-private.h"

#include <string.h>

#define IDLE_TIME "IDLETIME"

/* Where the name of a counter begins in its item. libxcb 1.15 takes the end of its own struct,
 * which the compiler padded, and so looks two bytes too far. */
#define NAME_OFFSET (offsetof (xcb_sync_systemcounter_t, name_len) + sizeof (guint16))

static gboolean
is_idle_time (const xcb_sync_systemcounter_t *counter)
{
  return counter->name_len == strlen (IDLE_TIME)
         && memcmp ((const char *) counter + NAME_OFFSET, IDLE_TIME, strlen (IDLE_TIME)) == 0;
}

static xcb_sync_counter_t
find_idle_time (xcb_connection_t *connection)
{
  xcb_sync_list_system_counters_cookie_t cookie = xcb_sync_list_system_counters (connection);
  g_autofree xcb_sync_list_system_counters_reply_t *reply =
      xcb_sync_list_system_counters_reply (connection, cookie, NULL);
  xcb_sync_systemcounter_iterator_t i;

  if (reply == NULL)
    return XCB_NONE;
  i = xcb_sync_list_system_counters_counters_iterator (reply);
  for (; i.rem > 0; xcb_sync_systemcounter_next (&i))
    if (is_idle_time (i.data))
      return i.data->counter;
  return XCB_NONE;
}

static gboolean
has_sync (xcb_connection_t *connection,
          guint8           *alarm_event)
{
  const xcb_query_extension_reply_t *extension = xcb_get_extension_data (connection, &xcb_sync_id);
  g_autofree xcb_sync_initialize_reply_t *reply = NULL;

  if (extension == NULL || !extension->present)
    return FALSE;
  *alarm_event = extension->first_event + XCB_SYNC_ALARM_NOTIFY;
  reply = xcb_sync_initialize_reply (
      connection, xcb_sync_initialize (connection, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION),
      NULL);
  return reply != NULL;
}

/**
 * coach_x11_counter_open:
 * @connection: (transfer full): a connection to a server
 * @screen: not looked at
 * @error: where to put what went wrong: %G_IO_ERROR_NOT_CONNECTED, or %G_IO_ERROR_NOT_SUPPORTED if
 *   another try is of no use
 *
 * Finds the counter; a [callback@X11OpenFunc].
 *
 * Returns: (transfer full) (nullable): the counter
 */
gpointer
coach_x11_counter_open (xcb_connection_t  *connection,
                        int                screen,
                        GError           **error)
{
  g_autoptr (CoachX11Counter) self = g_new0 (CoachX11Counter, 1);

  self->connection = connection;
  if (has_sync (self->connection, &self->alarm_event))
    self->idle_time = find_idle_time (self->connection);
  if (self->idle_time != XCB_NONE)
    return g_steal_pointer (&self);
  if (xcb_connection_has_error (self->connection) != 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "the X server went away");
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "the X server counts no idle time");
  return NULL;
}

/**
 * coach_x11_counter_free:
 * @self: a counter
 *
 * Closes the connection.
 */
void
coach_x11_counter_free (CoachX11Counter *self)
{
  if (self->connection != NULL)
    xcb_disconnect (self->connection);
  g_free (self);
}
