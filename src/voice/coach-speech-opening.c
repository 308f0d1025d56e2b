#define G_LOG_DOMAIN "coach-voice"

#include "config.h"

#include "coach-speech-opening-private.h"

#include <gio/gunixsocketaddress.h>

#include "coach-voice-error.h"

#define UNIX_PREFIX "unix_socket:"
#define INET_PREFIX "inet_socket:"
#define INET_PORT   6560

typedef struct
{
  char               *address;     /* (owned) */
  char               *starter;     /* (owned) (nullable): NULL once it has been tried */
  GSocketConnectable *connectable; /* (owned) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->address);
  g_free (opening->starter);
  g_clear_object (&opening->connectable);
  g_free (opening);
}

/* What is said tells of somebody's health: it goes to this machine alone. */
static GSocketConnectable *
parse_inet_address (const char  *text,
                    GError     **error)
{
  g_autoptr (GSocketConnectable) parsed = g_network_address_parse (text, INET_PORT, error);
  g_autoptr (GInetAddress) host = NULL;
  const char *name;

  if (parsed == NULL)
    return NULL;
  name = g_network_address_get_hostname (G_NETWORK_ADDRESS (parsed));
  if (g_strcmp0 (name, "localhost") == 0)
    name = "127.0.0.1";
  host = g_inet_address_new_from_string (name);
  if (host != NULL && g_inet_address_get_is_loopback (host))
    return G_SOCKET_CONNECTABLE (g_inet_socket_address_new (
        host, g_network_address_get_port (G_NETWORK_ADDRESS (parsed))));
  g_set_error (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT,
               "the speech server at %s is not on this machine", text);
  return NULL;
}

static GSocketConnectable *
parse_address (const char  *address,
               GError     **error)
{
  if (address != NULL && g_str_has_prefix (address, UNIX_PREFIX))
    return G_SOCKET_CONNECTABLE (g_unix_socket_address_new (address + strlen (UNIX_PREFIX)));
  if (address != NULL && g_str_has_prefix (address, INET_PREFIX))
    return parse_inet_address (address + strlen (INET_PREFIX), error);
  g_set_error (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT,
               "no speech server can listen at “%s”", address != NULL ? address : "");
  return NULL;
}

static void connect_to_server (GTask *task);

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    g_debug ("the speech server does not start: %s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_subprocess_force_exit (G_SUBPROCESS (source));
  if (g_task_return_error_if_cancelled (task))
    return;
  /* It may have failed because another program has just started one. */
  connect_to_server (task);
}

/* The server goes into the background once it listens, and what was started ends. It outlives us, as
 * it does when others start it: it is the whole session's. */
static void
start_server (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autofree char *starter = g_steal_pointer (&opening->starter);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, starter,
      "--spawn", "--communication-method", "unix_socket", "--socket-path",
      opening->address + strlen (UNIX_PREFIX), NULL);

  if (process == NULL)
    {
      g_task_return_new_error (task, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT,
                               "no speech server: %s", error->message);
      return;
    }
  g_subprocess_wait_check_async (process, g_task_get_cancellable (task), started_cb,
                                 g_object_ref (task));
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result,
                                                                  &error);

  if (connection != NULL)
    g_task_return_pointer (task, connection, g_object_unref);
  else if (g_task_return_error_if_cancelled (task))
    return;
  else if (opening->starter != NULL && g_str_has_prefix (opening->address, UNIX_PREFIX))
    start_server (task);
  else
    g_task_return_new_error (task, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT,
                             "no speech server: %s", error->message);
}

static void
connect_to_server (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_async (client, opening->connectable, g_task_get_cancellable (task),
                                 connected_cb, g_object_ref (task));
}

/**
 * coach_speech_open_async:
 * @address: (nullable): where the speech server listens
 * @starter: (nullable): the program that starts it if it does not
 * @cancellable: to give up: neither connecting nor starting has a bound of its own
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Connects to the speech server, and starts it before where that is necessary.
 */
void
coach_speech_open_async (const char          *address,
                         const char          *starter,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening) {
    .address = g_strdup (address),
    .starter = g_strdup (starter),
    .connectable = parse_address (address, &error),
  };
  g_task_set_source_tag (task, coach_speech_open_async);
  g_task_set_task_data (task, opening, opening_free);
  if (opening->connectable != NULL)
    connect_to_server (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * coach_speech_open_finish:
 * @result: what the callback was given
 * @error: return location for an error in the domain of [error@VoiceError], or a cancellation
 *
 * Gets the connection.
 *
 * Returns: (transfer full): a connection
 */
GIOStream *
coach_speech_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
