#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-row.h"

#include <glib/gi18n.h>

#include "coach-wrap-layout.h"

struct _CoachPackRow
{
  GtkWidget        parent_instance;

  CoachPackKind    kind;    /* given at construction */
  CoachAppContext *context; /* (owned) (nullable) until it is set */
  CoachPackOffer  *offer;   /* (owned) (nullable) until it is shown */

  GtkWidget       *content;
  GtkImage        *icon;
  GtkLabel        *name_label;
  GtkLabel        *about_label;
  GtkWidget       *controls;
  GtkWidget       *shorter_button;
  GtkLabel        *minutes_label;
  GtkWidget       *longer_button;
  GtkButton       *start_button;
};

typedef enum
{
  PROP_COLD = 1,
} CoachPackRowProperty;

static GParamSpec *properties[PROP_COLD + 1];

/**
 * CoachPackRow:
 *
 * Offers heat or cold: for how long, or why not now.
 */
G_DEFINE_FINAL_TYPE (CoachPackRow, coach_pack_row, GTK_TYPE_WIDGET)

static const char *
get_about (CoachPackKind kind)
{
  if (kind == COACH_PACK_HEAT)
    return _("For comfort: it may ease a sore back for a little while.");
  return _("For comfort: some people like it. Whether it helps, we do not know.");
}

static char *
describe_offer (CoachPackRow *self)
{
  if (!coach_pack_offer_is_allowed (self->offer))
    return g_strjoinv ("\n", self->offer->refusals);
  if (self->offer->notes[0] != NULL)
    return g_strjoinv ("\n", self->offer->notes);
  return g_strdup (get_about (self->kind));
}

static void
show_minutes (CoachPackRow *self)
{
  guint minutes = self->offer->minutes;
  g_autofree char *text = g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
  g_autofree char *words = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);

  gtk_label_set_text (self->minutes_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shorter_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->longer_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.shorten", self->offer->can_shorten);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.lengthen", self->offer->can_lengthen);
}

static void
shorten_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CoachPackRow *self = COACH_PACK_ROW (widget);

  if (self->offer != NULL)
    coach_pack_offer_shorten (self->offer, self->context);
}

static void
lengthen_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CoachPackRow *self = COACH_PACK_ROW (widget);

  if (self->offer != NULL)
    coach_pack_offer_lengthen (self->offer, self->context);
}

static void
name_widgets (CoachPackRow *self)
{
  gboolean is_heat = self->kind == COACH_PACK_HEAT;

  gtk_label_set_text (self->name_label, is_heat ? _("Heat") : _("Cold"));
  gtk_image_set_from_icon_name (self->icon,
                                is_heat ? "lowtide-heat-symbolic" : "lowtide-cold-symbolic");
  gtk_button_set_label (self->start_button, is_heat ? _("Start heat") : _("Start cold"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s",
                                    coach_pack_kind_get_id (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shorter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_heat ? _("Shorter heat") : _("Shorter cold"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->longer_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_heat ? _("Longer heat") : _("Longer cold"), -1);
}

static void
coach_pack_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (coach_pack_row_parent_class)->constructed (object);

  name_widgets (COACH_PACK_ROW (object));
}

static void
coach_pack_row_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CoachPackRow *self = COACH_PACK_ROW (object);

  switch ((CoachPackRowProperty) id)
    {
    case PROP_COLD:
      self->kind = g_value_get_boolean (value) ? COACH_PACK_COLD : COACH_PACK_HEAT;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_pack_row_dispose (GObject *object)
{
  CoachPackRow *self = COACH_PACK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PACK_ROW);
  g_clear_pointer (&self->offer, coach_pack_offer_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_pack_row_parent_class)->dispose (object);
}

static void
coach_pack_row_class_init (CoachPackRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_pack_row_constructed;
  object_class->set_property = coach_pack_row_set_property;
  object_class->dispose = coach_pack_row_dispose;

  properties[PROP_COLD]
      = g_param_spec_boolean ("cold", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-pack-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, about_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, content);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, controls);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, longer_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, minutes_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, shorter_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackRow, start_button);

  gtk_widget_class_install_action (widget_class, "pack.shorten", NULL, shorten_cb);
  gtk_widget_class_install_action (widget_class, "pack.lengthen", NULL, lengthen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coach_pack_row_init (CoachPackRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_pack_row_set_context:
 * @self: a row
 * @context: what pages are given
 *
 * Gives the row its content; called once.
 */
void
coach_pack_row_set_context (CoachPackRow    *self,
                            CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_PACK_ROW (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  coach_pack_row_update (self);
}

/**
 * coach_pack_row_update:
 * @self: a row with its context
 *
 * Shows what is offered now.
 *
 * Returns: whether it may be used now
 */
gboolean
coach_pack_row_update (CoachPackRow *self)
{
  g_autofree char *about = NULL;
  gboolean is_allowed;

  g_return_val_if_fail (COACH_IS_PACK_ROW (self), FALSE);
  g_return_val_if_fail (self->context != NULL, FALSE);

  g_clear_pointer (&self->offer, coach_pack_offer_free);
  self->offer = coach_pack_offer_new (self->context, self->kind);
  is_allowed = coach_pack_offer_is_allowed (self->offer);
  about = describe_offer (self);
  gtk_label_set_text (self->about_label, about);
  gtk_widget_set_visible (self->controls, is_allowed);
  show_minutes (self);
  return is_allowed;
}
