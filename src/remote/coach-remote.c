#define G_LOG_DOMAIN "coach-remote"

#include "config.h"

#include "coach-remote.h"

#include <unistd.h>

#include "coach-mpris.h"
#include "coach-remote-player-private.h"
#include "coach-remote-state.h"

#define BUS_NAME    "org.mpris.MediaPlayer2.lowtide"
#define OBJECT_PATH "/org/mpris/MediaPlayer2"

struct _CoachRemote
{
  GObject                 parent_instance;

  CoachSession           *session;    /* (owned) (not nullable) */
  CoachPlaces            *places;     /* (owned) (not nullable) */
  CoachClock             *clock;      /* (owned) (not nullable) */
  GDBusConnection        *connection; /* (owned) (not nullable) */

  CoachMprisMediaPlayer2 *root;       /* (owned) (not nullable): what is said of the program */
  CoachRemotePlayer      *player;     /* (owned) (not nullable): what is said of the session */
  gboolean                is_held;    /* whether something is asked on the screen */
  gboolean                is_over;    /* whether it has left the bus */

  GArray                 *owner_ids;  /* (owned) (element-type guint): of the names asked for */
  char                   *bus_name;   /* (owned) (nullable): the name that it has */
};

/**
 * CoachRemote:
 *
 * A session on the session bus as a media player, so that media keys, headsets and phones drive it:
 * `org.mpris.MediaPlayer2.lowtide`, by the Media Player Remote Interfacing Specification 2.2.
 * data/dbus says of each member what it means here.
 *
 * It is there from its making until the session is over. Nothing that comes in ends a session. A
 * bus that is lost, or a name that somebody else has, leaves the session as it is.
 */
G_DEFINE_FINAL_TYPE (CoachRemote, coach_remote, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUS_NAME = 1,
  PROP_FULLSCREEN,
  PROP_VOLUME,
  PROP_IS_HELD,
} CoachRemoteProperty;

static GParamSpec *properties[PROP_IS_HELD + 1];

typedef enum
{
  SIGNAL_RAISE_REQUESTED,
} CoachRemoteSignal;

static guint signals[SIGNAL_RAISE_REQUESTED + 1];

static void
set_bus_name (CoachRemote *self,
              const char  *name)
{
  if (g_strcmp0 (self->bus_name, name) == 0)
    return;
  g_free (self->bus_name);
  self->bus_name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUS_NAME]);
}

static void
drop_names (CoachRemote *self)
{
  for (guint i = 0; i < self->owner_ids->len; i++)
    g_bus_unown_name (g_array_index (self->owner_ids, guint, i));
  g_array_set_size (self->owner_ids, 0);
}

static void own_name (CoachRemote *self, const char *name);

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  set_bus_name (COACH_REMOTE (user_data), name);
}

/* Somebody has the name: then with our process's number behind it, which nobody else has. */
static void
name_lost_cb (GDBusConnection *connection,
              const char      *name,
              gpointer         user_data)
{
  CoachRemote *self = COACH_REMOTE (user_data);
  g_autofree char *other = g_strdup_printf (BUS_NAME ".instance%d", (int) getpid ());

  set_bus_name (self, NULL);
  if (connection == NULL || g_dbus_connection_is_closed (connection))
    g_info ("The bus is lost, and the remote control with it");
  else if (g_str_equal (name, BUS_NAME))
    own_name (self, other);
  else
    g_message ("%s: somebody else has it", name);
}

static void
own_name (CoachRemote *self,
          const char  *name)
{
  guint id = g_bus_own_name_on_connection (self->connection, name,
                                           G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, name_acquired_cb,
                                           name_lost_cb, self, NULL);

  g_array_append_val (self->owner_ids, id);
}

static void
export (CoachRemote            *self,
        GDBusInterfaceSkeleton *interface)
{
  g_autoptr (GError) error = NULL;

  if (!g_dbus_interface_skeleton_export (interface, self->connection, OBJECT_PATH, &error))
    g_message ("%s: %s", OBJECT_PATH, error->message);
}

static void
unexport (GDBusInterfaceSkeleton *interface)
{
  if (g_dbus_interface_skeleton_get_connection (interface) != NULL)
    g_dbus_interface_skeleton_unexport (interface);
}

static void
leave_bus (CoachRemote *self)
{
  self->is_over = TRUE;
  drop_names (self);
  set_bus_name (self, NULL);
  unexport (G_DBUS_INTERFACE_SKELETON (self->player));
  unexport (G_DBUS_INTERFACE_SKELETON (self->root));
}

/* The session tells of each change, and each is told on at once: the object on the bus sends what
 * happened at one time in one message. */
static void
update (CoachRemote *self)
{
  if (!self->is_over)
    coach_remote_player_tell (
        self->player, coach_remote_state_new (self->session, self->places, self->is_held,
                                              coach_clock_get_monotonic_us (self->clock)));
}

static gboolean
handle_raise_cb (CoachMprisMediaPlayer2 *root,
                 GDBusMethodInvocation  *call,
                 CoachRemote            *self)
{
  coach_mpris_media_player2_complete_raise (root, call);
  g_signal_emit (self, signals[SIGNAL_RAISE_REQUESTED], 0);
  return TRUE;
}

static gboolean
handle_quit_cb (CoachMprisMediaPlayer2 *root,
                GDBusMethodInvocation  *call,
                CoachRemote            *self)
{
  g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                                 "A session is ended in the window alone");
  return TRUE;
}

static void
fill_root (CoachRemote *self)
{
  static const char *const none[] = { NULL };

  g_object_set (self->root, "identity", "Lowtide", "desktop-entry", APP_ID, "can-raise", TRUE,
                "can-set-fullscreen", TRUE, "supported-uri-schemes", none,
                "supported-mime-types", none, NULL);
  g_signal_connect_object (self->root, "handle-raise", G_CALLBACK (handle_raise_cb), self, 0);
  g_signal_connect_object (self->root, "handle-quit", G_CALLBACK (handle_quit_cb), self, 0);
}

static void
notify_fullscreen_cb (CoachRemote *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULLSCREEN]);
}

static void
notify_volume_cb (CoachRemote *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

static void
watch_session (CoachRemote *self)
{
  static const char *const details[] = { "phase-changed", "notify::status", "notify::plan",
                                         "notify::is-leading-in" };

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    g_signal_connect_object (self->session, details[i], G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "finished", G_CALLBACK (leave_bus), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root, "notify::fullscreen", G_CALLBACK (notify_fullscreen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::volume", G_CALLBACK (notify_volume_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
coach_remote_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CoachRemote *self = COACH_REMOTE (object);

  switch ((CoachRemoteProperty) id)
    {
    case PROP_BUS_NAME:
      g_value_set_string (value, self->bus_name);
      break;
    case PROP_FULLSCREEN:
      g_value_set_boolean (value, coach_remote_get_fullscreen (self));
      break;
    case PROP_VOLUME:
      g_value_set_double (value, coach_remote_get_volume (self));
      break;
    case PROP_IS_HELD:
      g_value_set_boolean (value, self->is_held);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_remote_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  CoachRemote *self = COACH_REMOTE (object);

  switch ((CoachRemoteProperty) id)
    {
    case PROP_FULLSCREEN:
      coach_remote_set_fullscreen (self, g_value_get_boolean (value));
      break;
    case PROP_VOLUME:
      coach_remote_set_volume (self, g_value_get_double (value));
      break;
    case PROP_IS_HELD:
      coach_remote_set_is_held (self, g_value_get_boolean (value));
      break;
    case PROP_BUS_NAME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_remote_dispose (GObject *object)
{
  CoachRemote *self = COACH_REMOTE (object);

  if (self->connection != NULL)
    leave_bus (self);
  g_clear_object (&self->player);
  g_clear_object (&self->root);
  g_clear_object (&self->connection);
  g_clear_object (&self->clock);
  g_clear_object (&self->places);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (coach_remote_parent_class)->dispose (object);
}

static void
coach_remote_finalize (GObject *object)
{
  CoachRemote *self = COACH_REMOTE (object);

  g_array_unref (self->owner_ids);
  g_free (self->bus_name);

  G_OBJECT_CLASS (coach_remote_parent_class)->finalize (object);
}

static void
coach_remote_class_init (CoachRemoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags told = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = coach_remote_dispose;
  object_class->finalize = coach_remote_finalize;
  object_class->get_property = coach_remote_get_property;
  object_class->set_property = coach_remote_set_property;

  properties[PROP_BUS_NAME] = g_param_spec_string ("bus-name", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | told);
  properties[PROP_FULLSCREEN] = g_param_spec_boolean ("fullscreen", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | told);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1,
                                                 G_PARAM_READWRITE | told);
  properties[PROP_IS_HELD] = g_param_spec_boolean ("is-held", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | told);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachRemote::raise-requested:
   *
   * The window with the session is to come to the front.
   */
  signals[SIGNAL_RAISE_REQUESTED]
      = g_signal_new ("raise-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_remote_init (CoachRemote *self)
{
  self->owner_ids = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * coach_remote_new:
 * @session: a session that is not over
 * @places: where the pictures are
 * @clock: the clock of the session
 * @connection: to the session bus
 *
 * Puts a session on the bus, until it is over or the remote is let go of.
 *
 * Returns: (transfer full): the remote
 */
CoachRemote *
coach_remote_new (CoachSession    *session,
                  CoachPlaces     *places,
                  CoachClock      *clock,
                  GDBusConnection *connection)
{
  CoachRemote *self;

  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);
  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (COACH_TYPE_REMOTE, NULL);
  self->session = g_object_ref (session);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  self->connection = g_object_ref (connection);
  self->root = coach_mpris_media_player2_skeleton_new ();
  self->player = coach_remote_player_new (session);
  fill_root (self);
  update (self);
  watch_session (self);
  export (self, G_DBUS_INTERFACE_SKELETON (self->root));
  export (self, G_DBUS_INTERFACE_SKELETON (self->player));
  own_name (self, BUS_NAME);
  return self;
}

/**
 * coach_remote_get_bus_name:
 * @self: a remote
 *
 * Gets the name under which it is found.
 *
 * Returns: (transfer none) (nullable): a name on the bus; %NULL while there is none
 */
const char *
coach_remote_get_bus_name (CoachRemote *self)
{
  g_return_val_if_fail (COACH_IS_REMOTE (self), NULL);

  return self->bus_name;
}

/**
 * coach_remote_get_fullscreen:
 * @self: a remote
 *
 * Gets whether the window fills the screen, or is to.
 *
 * Returns: whether it does
 */
gboolean
coach_remote_get_fullscreen (CoachRemote *self)
{
  g_return_val_if_fail (COACH_IS_REMOTE (self), FALSE);

  return coach_mpris_media_player2_get_fullscreen (self->root);
}

/**
 * coach_remote_set_fullscreen:
 * @self: a remote
 * @fullscreen: whether the window fills the screen
 *
 * Tells of the window. The property changes from outside, too, and is to be bound to the window's.
 */
void
coach_remote_set_fullscreen (CoachRemote *self,
                             gboolean     fullscreen)
{
  g_return_if_fail (COACH_IS_REMOTE (self));

  coach_mpris_media_player2_set_fullscreen (self->root, fullscreen);
}

/**
 * coach_remote_get_volume:
 * @self: a remote
 *
 * Gets how loud voice and sounds are, or are to be.
 *
 * Returns: from 0 to 1, as the ear takes it
 */
double
coach_remote_get_volume (CoachRemote *self)
{
  g_return_val_if_fail (COACH_IS_REMOTE (self), 0);

  return CLAMP (
      coach_mpris_media_player2_player_get_volume (COACH_MPRIS_MEDIA_PLAYER2_PLAYER (self->player)),
      0, 1);
}

/**
 * coach_remote_set_volume:
 * @self: a remote
 * @volume: from 0 to 1, as the ear takes it
 *
 * Tells how loud voice and sounds are. The property changes from outside, too.
 */
void
coach_remote_set_volume (CoachRemote *self,
                         double       volume)
{
  g_return_if_fail (COACH_IS_REMOTE (self));
  g_return_if_fail (volume >= 0 && volume <= 1);

  coach_mpris_media_player2_player_set_volume (COACH_MPRIS_MEDIA_PLAYER2_PLAYER (self->player),
                                               volume);
}

/**
 * coach_remote_get_is_held:
 * @self: a remote
 *
 * Tells whether the session can only be paused from outside.
 *
 * Returns: whether it can
 */
gboolean
coach_remote_get_is_held (CoachRemote *self)
{
  g_return_val_if_fail (COACH_IS_REMOTE (self), FALSE);

  return self->is_held;
}

/**
 * coach_remote_set_is_held:
 * @self: a remote
 * @is_held: whether the session can only be paused from outside
 *
 * Holds the session where it is, while something is asked on the screen that is about it: whether it
 * hurts, and where.
 */
void
coach_remote_set_is_held (CoachRemote *self,
                          gboolean     is_held)
{
  g_return_if_fail (COACH_IS_REMOTE (self));

  if (self->is_held == !!is_held)
    return;
  self->is_held = !!is_held;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_HELD]);
}
