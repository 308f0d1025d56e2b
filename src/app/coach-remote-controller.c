#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-remote-controller.h"

struct _CoachRemoteController
{
  GObject          parent_instance;

  GDBusConnection *bus;     /* (owned) (nullable): NULL where there is none */
  CoachRemote     *remote;  /* (owned) (nullable): as the bus */
  GtkWindow       *window;  /* (unowned) (nullable): weak; the window of the session */
  GtkWidget       *page;    /* (unowned) (nullable): weak; the session's page in it */
  guint            look_id; /* 0 when no look at the windows is due */
};

/**
 * CoachRemoteController:
 *
 * What a window does for the media keys, headsets and phones that drive its session: it comes to the
 * front and fills the screen on request, and holds the session while another page or a question lies
 * over it. Where there is no session bus there is no remote control, and nothing else changes; and a
 * bus that is lost, with which programs end otherwise, does not end a session.
 */
G_DEFINE_FINAL_TYPE (CoachRemoteController, coach_remote_controller, G_TYPE_OBJECT)

static gboolean
is_question_over (GtkWindow *window,
                  GtkWindow *other)
{
  return gtk_window_get_transient_for (other) == window && gtk_window_get_modal (other)
         && gtk_widget_get_visible (GTK_WIDGET (other));
}

static gboolean
has_question_over (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (is_question_over (window, other))
        return TRUE;
    }
  return FALSE;
}

/* What is asked is about the session as it stands: nobody in the next room may move it meanwhile. */
static void
look (CoachRemoteController *self)
{
  if (self->window != NULL && self->page != NULL)
    coach_remote_set_is_held (self->remote, !gtk_widget_get_mapped (self->page)
                                                || has_question_over (self->window));
}

static gboolean
look_due_cb (gpointer user_data)
{
  CoachRemoteController *self = COACH_REMOTE_CONTROLLER (user_data);

  self->look_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* A window is among the others before it is known what it is for. */
static void
windows_changed_cb (CoachRemoteController *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add (look_due_cb, self);
}

static void
raise_requested_cb (CoachRemoteController *self)
{
  if (self->window != NULL)
    gtk_window_present (self->window);
}

static gboolean
volume_from_percent (GValue   *value,
                     GVariant *variant,
                     gpointer  user_data)
{
  g_value_set_double (value, g_variant_get_uint32 (variant) / 100.0);
  return TRUE;
}

static GVariant *
volume_to_percent (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  return g_variant_new_uint32 ((guint32) (CLAMP (g_value_get_double (value), 0, 1) * 100 + 0.5));
}

static void
volume_changed_cb (CoachRemote *remote,
                   GParamSpec  *pspec,
                   GSettings   *settings)
{
  double volume = CLAMP (coach_remote_get_volume (remote), 0, 1);

  g_settings_set_uint (settings, "sound-volume", (guint) (volume * 100 + 0.5));
}

/* Outside there is one volume only: it is that of the voice, and a change is one of the sounds too. */
static void
bind_volume (CoachRemote *remote,
             GSettings   *settings)
{
  g_settings_bind_with_mapping (settings, "voice-volume", remote, "volume",
                                G_SETTINGS_BIND_DEFAULT, volume_from_percent, volume_to_percent,
                                NULL, NULL);
  g_signal_connect_object (remote, "notify::volume", G_CALLBACK (volume_changed_cb), settings, 0);
}

static void
use_bus (CoachRemoteController *self,
         GDBusConnection       *bus,
         CoachAppContext       *context,
         CoachSession          *session)
{
  self->bus = g_object_ref (bus);
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->remote = coach_remote_new (session, coach_app_context_get_places (context),
                                   coach_app_context_get_clock (context), bus);
  bind_volume (self->remote, coach_app_context_get_settings (context));
}

static void
watch (CoachRemoteController *self)
{
  g_signal_connect_object (self->remote, "raise-requested", G_CALLBACK (raise_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "map", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->page, "unmap", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->window, "fullscreened", self->remote, "fullscreen",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  look (self);
}

static void
coach_remote_controller_dispose (GObject *object)
{
  CoachRemoteController *self = COACH_REMOTE_CONTROLLER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->remote);
  if (self->bus != NULL)
    g_dbus_connection_set_exit_on_close (self->bus, TRUE);
  g_clear_object (&self->bus);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->page);

  G_OBJECT_CLASS (coach_remote_controller_parent_class)->dispose (object);
}

static void
coach_remote_controller_class_init (CoachRemoteControllerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_remote_controller_dispose;
}

static void
coach_remote_controller_init (CoachRemoteController *self)
{
}

/**
 * coach_remote_controller_new:
 * @window: the window with the session
 * @page: the page of the session in it
 * @context: what pages are given
 * @session: the session
 *
 * Puts a session on the session bus, until it is over or the controller is let go of.
 *
 * Returns: (transfer full): the controller
 */
CoachRemoteController *
coach_remote_controller_new (GtkWindow       *window,
                             GtkWidget       *page,
                             CoachAppContext *context,
                             CoachSession    *session)
{
  CoachRemoteController *self;
  GtkApplication *application;
  GDBusConnection *bus = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);

  self = g_object_new (COACH_TYPE_REMOTE_CONTROLLER, NULL);
  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->page, page);
  application = gtk_window_get_application (window);
  if (application != NULL)
    bus = g_application_get_dbus_connection (G_APPLICATION (application));
  if (bus != NULL)
    {
      use_bus (self, bus, context, session);
      watch (self);
    }
  return self;
}
