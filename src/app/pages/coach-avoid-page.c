#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-avoid-page.h"

#include <glib/gi18n.h>

#include "coach-clip-view.h"
#include "coach-move-list.h"
#include "coach-order-picker.h"
#include "coach-phrases.h"
#include "coach-verdict-notice.h"

struct _CoachAvoidPage
{
  AdwBin              parent_instance;

  CoachAppContext    *context; /* (owned) (not nullable), given at construction */
  CoachAvoidEntry    *entry;   /* (owned) (not nullable), given at construction */

  AdwWindowTitle     *window_title;
  CoachClipView      *clip;
  GtkLabel           *badge;
  GtkLabel           *name;
  GtkLabel           *synonyms;
  GtkLabel           *why;
  CoachVerdictNotice *verdict;
  CoachOrderPicker   *order;
  CoachMoveList      *instead;
  GtkLabel           *if_flared;
  GtkLabel           *until;
  GtkLabel           *source;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_ENTRY,
} CoachAvoidPageProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

/**
 * CoachAvoidPage:
 *
 * A move to leave out for now: why, what to do instead, what to do if it was done, and when it
 * may come back.
 */
G_DEFINE_FINAL_TYPE (CoachAvoidPage, coach_avoid_page, ADW_TYPE_BIN)

static void
show_badge (CoachAvoidPage *self)
{
  gboolean is_avoid = coach_avoid_entry_get_severity (self->entry) == COACH_VERDICT_AVOID;

  gtk_label_set_text (self->badge,
                      is_avoid ? _("Avoid with sciatica") : _("Change how you do it"));
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), is_avoid ? "avoid" : "caution");
}

static void
show_picture (CoachAvoidPage *self)
{
  CoachMove *move = COACH_MOVE (self->entry);
  CoachPlaces *places = coach_app_context_get_places (self->context);
  g_autofree char *clip = coach_places_find_clip (places, coach_move_get_id (move));
  g_autofree char *still = coach_app_context_find_still (self->context, move);

  g_object_set (self->clip, "clip-path", clip, "still-path", still, "description",
                coach_avoid_entry_get_why (self->entry), "playing", clip != NULL, NULL);
}

static void
show_texts (CoachAvoidPage *self)
{
  const char *name = coach_move_get_name (COACH_MOVE (self->entry));
  const char * const *synonyms = coach_avoid_entry_get_synonyms (self->entry);
  g_autofree char *joined = NULL;
  g_autofree char *also = NULL;
  g_autofree char *source = NULL;

  /* Translators: stands between the things of a list */
  joined = g_strjoinv (C_ ("list", ", "), (char **) synonyms);
  also = g_strdup_printf (_("Also called: %s"), joined);
  source = g_strdup_printf (_("Where this comes from: %s"),
                            coach_avoid_entry_get_source (self->entry));
  adw_window_title_set_title (self->window_title, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->synonyms, also);
  gtk_widget_set_visible (GTK_WIDGET (self->synonyms), synonyms[0] != NULL);
  gtk_label_set_text (self->why, coach_avoid_entry_get_why (self->entry));
  gtk_label_set_text (self->if_flared, coach_avoid_entry_get_if_flared (self->entry));
  gtk_label_set_text (self->until, coach_avoid_entry_get_until (self->entry));
  gtk_label_set_text (self->source, source);
}

/* What depends on the person. */
static void
update_widgets (CoachAvoidPage *self)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  g_autoptr (CoachVerdict) verdict = NULL;
  g_autoptr (GPtrArray) instead = NULL;

  verdict = coach_app_context_judge (self->context, COACH_MOVE (self->entry));
  coach_verdict_notice_set_verdict (self->verdict, catalog, verdict);
  instead = coach_safety_dup_substitutes (catalog, profile, COACH_MOVE (self->entry));
  coach_move_list_set_moves (self->instead, self->context, instead);
}

static void
profile_changed_cb (CoachAvoidPage *self)
{
  update_widgets (self);
}

static void
coach_avoid_page_constructed (GObject *object)
{
  CoachAvoidPage *self = COACH_AVOID_PAGE (object);

  G_OBJECT_CLASS (coach_avoid_page_parent_class)->constructed (object);

  show_badge (self);
  show_picture (self);
  show_texts (self);
  coach_order_picker_set_move (self->order, self->context, COACH_MOVE (self->entry));
  update_widgets (self);
  g_signal_connect_object (coach_app_context_get_profile (self->context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_avoid_page_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CoachAvoidPage *self = COACH_AVOID_PAGE (object);

  switch ((CoachAvoidPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ENTRY:
      self->entry = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_avoid_page_dispose (GObject *object)
{
  CoachAvoidPage *self = COACH_AVOID_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_AVOID_PAGE);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_avoid_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-avoid-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, clip);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, if_flared);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, instead);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, name);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, order);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, source);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, synonyms);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, until);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, why);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidPage, window_title);
}

static void
coach_avoid_page_class_init (CoachAvoidPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = coach_avoid_page_constructed;
  object_class->set_property = coach_avoid_page_set_property;
  object_class->dispose = coach_avoid_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENTRY]
      = g_param_spec_object ("entry", NULL, NULL, COACH_TYPE_AVOID_ENTRY,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_MOVE_LIST);
  g_type_ensure (COACH_TYPE_ORDER_PICKER);
  g_type_ensure (COACH_TYPE_VERDICT_NOTICE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
coach_avoid_page_init (CoachAvoidPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_avoid_page_new:
 * @context: the content and the person
 * @entry: a move to avoid
 *
 * Makes the page of a move to leave out.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_avoid_page_new (CoachAppContext *context,
                      CoachAvoidEntry *entry)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (entry), NULL);

  return g_object_new (COACH_TYPE_AVOID_PAGE, "context", context, "entry", entry, NULL);
}
