#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-concern-card.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-plan-words.h"
#include "coach-verdict-badge.h"

struct _CoachConcernCard
{
  GtkWidget          parent_instance;

  CoachMovement     *movement; /* (owned) (nullable): until the card is filled */

  GtkWidget         *content;
  GtkLabel          *name_label;
  CoachVerdictBadge *badge;
  GtkLabel          *reasons_label;
  GtkLabel          *because_label;
  GtkLabel          *outcome_label;
  GtkWidget         *choice_box;
  GtkCheckButton    *care_check;
  GtkCheckButton    *swap_check;
  GtkLabel          *swap_label;
};

typedef enum
{
  SIGNAL_CHOICE_CHANGED,
} CoachConcernCardSignal;

static guint signals[SIGNAL_CHOICE_CHANGED + 1];

/**
 * CoachConcernCard:
 *
 * Tells why a movement of a routine is not for this person as it is, and what becomes of it. A
 * movement to take care with may be done or exchanged.
 */
G_DEFINE_FINAL_TYPE (CoachConcernCard, coach_concern_card, GTK_TYPE_WIDGET)

static void
choice_changed_cb (CoachConcernCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOICE_CHANGED], 0);
}

static char *
describe_outcome (const CoachConcern *concern)
{
  if (concern->instead == NULL
      && coach_verdict_get_level (concern->verdict) != COACH_VERDICT_AVOID)
    return g_strdup (_("Go gently here, or skip it when it comes."));
  return coach_plan_words_describe_outcome (concern->instead);
}

/* Where the day alone asks for the change, the rules have nothing to say, or only to take care. */
static char *
describe_reasons (const CoachConcern *concern)
{
  g_auto (GStrv) reasons = coach_verdict_dup_reasons (concern->verdict);

  return concern->is_eased ? g_strdup (_("Today asks for gentler variants."))
                           : g_strjoinv ("\n", reasons);
}

static void
offer_choice (CoachConcernCard   *self,
              const CoachConcern *concern)
{
  g_autofree char *swap = NULL;

  gtk_widget_set_visible (self->choice_box, concern->can_choose);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_label), !concern->can_choose);
  if (!concern->can_choose)
    return;
  /* Translators: %s is the name of a movement */
  swap = g_strdup_printf (_("Do “%s” instead"),
                          coach_move_get_name (COACH_MOVE (concern->instead)));
  gtk_label_set_text (self->swap_label, swap);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->swap_check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, swap, -1);
}

static void
fill (CoachConcernCard   *self,
      CoachCatalog       *catalog,
      const CoachConcern *concern)
{
  g_autofree char *reasons = describe_reasons (concern);
  g_autofree char *because = coach_phrases_describe_because (catalog, concern->verdict);
  g_autofree char *outcome = describe_outcome (concern);

  self->movement = g_object_ref (concern->movement);
  gtk_label_set_text (self->name_label, coach_move_get_name (COACH_MOVE (concern->movement)));
  coach_verdict_badge_set_level (self->badge, coach_verdict_get_level (concern->verdict));
  gtk_label_set_text (self->reasons_label, reasons);
  gtk_label_set_text (self->because_label, because);
  gtk_widget_set_visible (GTK_WIDGET (self->because_label),
                          *because != '\0' && !concern->is_eased);
  gtk_label_set_text (self->outcome_label, outcome);
  offer_choice (self, concern);
}

static void
coach_concern_card_dispose (GObject *object)
{
  CoachConcernCard *self = COACH_CONCERN_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_CONCERN_CARD);
  g_clear_object (&self->movement);

  G_OBJECT_CLASS (coach_concern_card_parent_class)->dispose (object);
}

static void
coach_concern_card_class_init (CoachConcernCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_concern_card_dispose;

  /**
   * CoachConcernCard::choice-changed:
   *
   * The person chose to do the movement, or another one instead.
   */
  signals[SIGNAL_CHOICE_CHANGED]
      = g_signal_new ("choice-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-concern-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, content);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, reasons_label);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, because_label);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, choice_box);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, care_check);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, swap_check);
  gtk_widget_class_bind_template_child (widget_class, CoachConcernCard, swap_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
coach_concern_card_init (CoachConcernCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_concern_card_new:
 * @catalog: the catalogue that explains the verdict
 * @concern: what there is to tell; copied
 *
 * Makes the card of a movement.
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
coach_concern_card_new (CoachCatalog       *catalog,
                        const CoachConcern *concern)
{
  CoachConcernCard *self;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (concern != NULL, NULL);

  self = g_object_new (COACH_TYPE_CONCERN_CARD, NULL);
  fill (self, catalog, concern);
  return GTK_WIDGET (self);
}

/**
 * coach_concern_card_get_swapped:
 * @self: a card
 *
 * Gets the movement that the person wants replaced.
 *
 * Returns: (transfer none) (nullable): its id; %NULL when it is done as it is
 */
const char *
coach_concern_card_get_swapped (CoachConcernCard *self)
{
  g_return_val_if_fail (COACH_IS_CONCERN_CARD (self), NULL);

  if (!gtk_check_button_get_active (self->swap_check))
    return NULL;
  return coach_move_get_id (COACH_MOVE (self->movement));
}
