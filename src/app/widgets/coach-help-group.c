#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-help-group.h"

#include <glib/gi18n.h>

#include "coach-help.h"

struct _CoachHelpGroup
{
  AdwPreferencesGroup parent_instance;

  CoachScreening     *screening; /* (owned) (not nullable), given at construction */
  GSettings          *settings;  /* (owned) (not nullable), given at construction */
  GPtrArray          *regions;   /* (owned) (element-type utf8): in the order of the row */

  AdwComboRow        *region_row;
  GtkEntry           *emergency_entry;
  GtkEntry           *advice_entry;
  GtkLabel           *example;
};

typedef enum
{
  PROP_SCREENING = 1,
  PROP_SETTINGS,
} CoachHelpGroupProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

/**
 * CoachHelpGroup:
 *
 * Whom to call: by region, or the person's own numbers.
 */
G_DEFINE_FINAL_TYPE (CoachHelpGroup, coach_help_group, ADW_TYPE_PREFERENCES_GROUP)

/* The regions of the content; another one there shows by its code. */
static const char *
get_region_name (const char *region)
{
  static const struct
  {
    const char *region;
    const char *name;
  } names[] = {
    { "AU", NC_ ("region", "Australia") },      { "CA", NC_ ("region", "Canada") },
    { "DE", NC_ ("region", "Germany") },        { "EU", NC_ ("region", "Elsewhere in Europe (112)") },
    { "GB", NC_ ("region", "United Kingdom") }, { "IE", NC_ ("region", "Ireland") },
    { "IN", NC_ ("region", "India") },          { "NZ", NC_ ("region", "New Zealand") },
    { "US", NC_ ("region", "United States") },  { "default", NC_ ("region", "Somewhere else") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].region, region))
      return g_dpgettext2 (GETTEXT_PACKAGE, "region", names[i].name);
  return region;
}

static void
show_example (CoachHelpGroup *self)
{
  g_autofree char *emergency = coach_help_dup_emergency (self->screening, self->settings);
  g_autofree char *advice_line = coach_help_dup_advice_line (self->screening, self->settings);
  g_autofree char *text = NULL;

  /* Translators: whom to call, as in "112" and "your doctor" */
  text = g_strdup_printf (_("In an emergency, Lowtide tells you to call: %s\nFor advice, it tells "
                            "you to phone: %s"),
                          emergency, advice_line);
  gtk_label_set_text (self->example, text);
}

static void
region_chosen_cb (CoachHelpGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->region_row);

  if (selected < self->regions->len)
    g_settings_set_string (self->settings, "help-region",
                           g_ptr_array_index (self->regions, selected));
}

static void
settings_changed_cb (CoachHelpGroup *self)
{
  show_example (self);
}

/* The first is no region in particular: it is the session's. */
static void
fill_regions (CoachHelpGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_settings_get_string (self->settings, "help-region");
  guint selected = 0;

  gtk_string_list_append (names, C_ ("region", "That of this computer"));
  g_ptr_array_add (self->regions, g_strdup (""));
  for (guint i = 0; i < coach_screening_get_n_help_numbers (self->screening); i++)
    {
      const CoachHelpNumbers *numbers = coach_screening_get_help_numbers (self->screening, i);

      if (g_str_equal (numbers->region, chosen))
        selected = self->regions->len;
      gtk_string_list_append (names, get_region_name (numbers->region));
      g_ptr_array_add (self->regions, g_strdup (numbers->region));
    }
  adw_combo_row_set_model (self->region_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->region_row, selected);
}

static void
coach_help_group_constructed (GObject *object)
{
  CoachHelpGroup *self = COACH_HELP_GROUP (object);

  G_OBJECT_CLASS (coach_help_group_parent_class)->constructed (object);

  self->regions = g_ptr_array_new_with_free_func (g_free);
  fill_regions (self);
  g_settings_bind (self->settings, "emergency-number", self->emergency_entry, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "advice-line", self->advice_entry, "text",
                   G_SETTINGS_BIND_DEFAULT);
  show_example (self);
  g_signal_connect_object (self->region_row, "notify::selected", G_CALLBACK (region_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
coach_help_group_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CoachHelpGroup *self = COACH_HELP_GROUP (object);

  switch ((CoachHelpGroupProperty) id)
    {
    case PROP_SCREENING:
      self->screening = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_help_group_dispose (GObject *object)
{
  CoachHelpGroup *self = COACH_HELP_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_HELP_GROUP);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_object (&self->screening);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coach_help_group_parent_class)->dispose (object);
}

static void
coach_help_group_class_init (CoachHelpGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_help_group_constructed;
  object_class->set_property = coach_help_group_set_property;
  object_class->dispose = coach_help_group_dispose;

  properties[PROP_SCREENING]
      = g_param_spec_object ("screening", NULL, NULL, COACH_TYPE_SCREENING,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS]
      = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-help-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachHelpGroup, advice_entry);
  gtk_widget_class_bind_template_child (widget_class, CoachHelpGroup, emergency_entry);
  gtk_widget_class_bind_template_child (widget_class, CoachHelpGroup, example);
  gtk_widget_class_bind_template_child (widget_class, CoachHelpGroup, region_row);
}

static void
coach_help_group_init (CoachHelpGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_help_group_new:
 * @context: what pages are given
 *
 * Makes the group. What is chosen counts at once.
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *
coach_help_group_new (CoachAppContext *context)
{
  CoachCatalog *catalog;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  catalog = coach_app_context_get_catalog (context);
  return g_object_new (COACH_TYPE_HELP_GROUP,
                       "screening", coach_catalog_get_screening (catalog),
                       "settings", coach_app_context_get_settings (context),
                       NULL);
}
