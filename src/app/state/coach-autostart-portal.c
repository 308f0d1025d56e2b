#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-autostart-private.h"

#include <glib/gi18n.h>

#define PORTAL_NAME       "org.freedesktop.portal.Desktop"
#define PORTAL_PATH       "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE  "org.freedesktop.portal.Background"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* Autostart from within a sandbox: the desktop's portal is asked, and may ask the person. */

static void
take_portal_answer (CoachAutostart *self,
                    guint           response,
                    GVariant       *results)
{
  gboolean is_at_login = FALSE;

  g_variant_lookup (results, "autostart", "b", &is_at_login);
  self->is_at_login = response == 0 && is_at_login;
  if (self->wants_on && !self->is_at_login && self->problem == NULL)
    self->problem = g_strdup (_("Your desktop does not let Lowtide start the reminder at login. "
                                "Its settings for apps in the background may allow it."));
}

void
coach_autostart_forget_request (CoachAutostart *self)
{
  if (self->request_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->request_id);
  self->request_id = 0;
}

static void
portal_answered_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  CoachAutostart *self = user_data;
  g_autoptr (GVariant) results = NULL;
  guint response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  coach_autostart_forget_request (self);
  take_portal_answer (self, response, results);
  if (self->wants_on)
    coach_autostart_start_by_bus (self);
  else
    coach_autostart_end_change (self);
}

static void
portal_asked_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CoachAutostart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  if (answer != NULL)
    return;
  coach_autostart_forget_request (self);
  self->is_at_login = !self->wants_on;
  coach_autostart_note_problem (self,
                                self->wants_on ? _("The reminder will not start at login: %s")
                                               : _("The reminder will still start at login: %s"),
                                error);
  if (self->wants_on)
    coach_autostart_start_by_bus (self);
  else
    coach_autostart_end_change (self);
}

/* The portal names the object of its answer after who asks, so it can be listened to before. */
static char *
await_portal (CoachAutostart *self)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1);
  char *token = g_strdup_printf ("lowtide%u", ++self->n_requests);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  coach_autostart_forget_request (self);
  self->request_id = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL_NAME, REQUEST_INTERFACE, "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, portal_answered_cb, self, NULL);
  return token;
}

void
coach_autostart_ask_portal (CoachAutostart *self)
{
  const char *command[] = { "lowtide-reminder", NULL };
  g_autofree char *token = await_portal (self);
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("To remind you to stand up after sitting")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (self->wants_on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE,
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &options), NULL,
                          G_DBUS_CALL_FLAGS_NONE, COACH_AUTOSTART_TIMEOUT_MS, self->cancellable,
                          portal_asked_cb, g_object_ref (self));
}
