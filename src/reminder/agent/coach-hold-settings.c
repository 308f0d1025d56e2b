#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-settings.h"

#include <gio/gio.h>

/* Where desktops keep "do not disturb", and what the key is then. */
static const struct
{
  const char *desktops[4];
  const char *schema;
  const char *key;
  gboolean    when;
} switches[] = {
  { { "GNOME", "Unity", "Budgie" }, "org.gnome.desktop.notifications", "show-banners", FALSE },
  { { "X-Cinnamon" }, "org.cinnamon.desktop.notifications", "display-notifications", FALSE },
  { { "MATE" }, "org.mate.NotificationDaemon", "do-not-disturb", TRUE },
};

struct _CoachHoldSettings
{
  CoachHold   parent_instance;

  GSettings  *settings; /* (owned) (nullable): NULL where there is no such switch */
  const char *key;      /* of the switch */
  gboolean    when;     /* what it is when nothing is to disturb */
};

/**
 * CoachHoldSettings:
 *
 * "Do not disturb" where a desktop has it among its settings: GNOME and those that use its settings
 * (Budgie, Unity), Cinnamon, MATE.
 */
G_DEFINE_FINAL_TYPE (CoachHoldSettings, coach_hold_settings, COACH_TYPE_HOLD)

static void
update (CoachHoldSettings *self)
{
  gboolean is_quiet = g_settings_get_boolean (self->settings, self->key) == self->when;

  coach_hold_set (COACH_HOLD (self), is_quiet ? COACH_REMINDER_HOLD_DO_NOT_DISTURB : 0);
}

/* Settings without an installed schema would end the program. */
static GSettings *
open_settings (const char *name,
               const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, name, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;
  schema_key = g_settings_schema_get_key (schema, key);
  if (!g_variant_type_equal (g_settings_schema_key_get_value_type (schema_key),
                             G_VARIANT_TYPE_BOOLEAN))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

/* The names of `XDG_CURRENT_DESKTOP` are apart by colons. */
static gboolean
is_one_of (const char         *desktops,
           const char * const *names)
{
  g_auto (GStrv) words = g_strsplit (desktops, ":", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) words, names[i]))
      return TRUE;
  return FALSE;
}

static void
watch (CoachHoldSettings *self,
       guint              number)
{
  g_autofree char *signal = g_strconcat ("changed::", switches[number].key, NULL);

  self->settings = open_settings (switches[number].schema, switches[number].key);
  if (self->settings == NULL)
    return;
  self->key = switches[number].key;
  self->when = switches[number].when;
  g_signal_connect_object (self->settings, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
coach_hold_settings_dispose (GObject *object)
{
  g_clear_object (&COACH_HOLD_SETTINGS (object)->settings);

  G_OBJECT_CLASS (coach_hold_settings_parent_class)->dispose (object);
}

static void
coach_hold_settings_class_init (CoachHoldSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_hold_settings_dispose;
}

static void
coach_hold_settings_init (CoachHoldSettings *self)
{
}

/**
 * coach_hold_settings_new:
 * @desktops: (nullable): what the session is, as in `XDG_CURRENT_DESKTOP`
 *
 * Begins to watch the switch of the desktop, if that has one. The schemas of a desktop may be
 * installed where another one is used, and then say nothing.
 *
 * Returns: (transfer full): a hold
 */
CoachHold *
coach_hold_settings_new (const char *desktops)
{
  CoachHoldSettings *self = g_object_new (COACH_TYPE_HOLD_SETTINGS, NULL);

  for (guint i = 0; desktops != NULL && i < G_N_ELEMENTS (switches); i++)
    if (self->settings == NULL && is_one_of (desktops, switches[i].desktops))
      watch (self, i);
  return COACH_HOLD (self);
}
