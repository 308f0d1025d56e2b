#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-ease-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "coach-move-row.h"

struct _CoachEasePage
{
  GtkWidget            parent_instance;

  CoachAppContext     *context;     /* (owned) (not nullable), given at construction */
  gboolean             was_entered; /* whether the keyboard has found its first place */

  GtkWidget           *content;
  GtkLabel            *title_label;
  GtkLabel            *why_label;
  AdwPreferencesGroup *moves;
  GtkLabel            *later_label;
  GtkWidget           *done_button;
};

/* Positions of ease and breathing (safety.md, section 2, "red"). */
static const char * const easing_moves[]
    = { "side-lying-rest", "rest-legs-on-chair", "belly-breathing" };

/**
 * CoachEasePage:
 *
 * What to do in place of a session on a day that asks for none.
 */
G_DEFINE_FINAL_TYPE (CoachEasePage, coach_ease_page, GTK_TYPE_WIDGET)

static const char *
get_title (CoachEaseReason reason)
{
  switch (reason)
    {
    case COACH_EASE_STRONG:
      return _("Ease it today");
    case COACH_EASE_REST_DAY:
      return _("A rest day");
    case COACH_EASE_NOTHING:
    default:
      return _("Nothing that fits for now");
    }
}

static const char *
get_why (CoachEaseReason reason)
{
  switch (reason)
    {
    case COACH_EASE_STRONG:
      return _("With pain this strong a session is likely to stir it up. Resting in a position that "
               "eases it is a sound choice.");
    case COACH_EASE_REST_DAY:
      return _("Your last session was a bit much, so today is for rest and gentle walking. A rest "
               "day is a sound choice; afterwards Lowtide begins with half the dose.");
    case COACH_EASE_NOTHING:
    default:
      return _("With what you told about yourself, more than half of every routine would be left "
               "out. A clinician can say which moves are right for you.");
    }
}

static const char *
get_later (CoachEaseReason reason)
{
  switch (reason)
    {
    case COACH_EASE_STRONG:
      return _("See how it is this evening, and start again when it has settled.");
    case COACH_EASE_REST_DAY:
    case COACH_EASE_NOTHING:
    default:
      return _("You may ask a doctor or physiotherapist at any time.");
    }
}

/* Only what suits the person, whatever eases others. */
static void
add_moves (CoachEasePage *self)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  guint n_moves = 0;

  for (guint i = 0; i < G_N_ELEMENTS (easing_moves); i++)
    {
      CoachMove *move = coach_catalog_lookup_move (catalog, easing_moves[i]);
      g_autoptr (CoachVerdict) verdict = NULL;

      if (move == NULL)
        continue;
      verdict = coach_app_context_judge (self->context, move);
      if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
        continue;
      adw_preferences_group_add (self->moves, coach_move_row_new (self->context, move));
      n_moves++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->moves), n_moves > 0);
}

/* The keyboard begins at the button that ends it; from there on it goes its way. */
static gboolean
coach_ease_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  CoachEasePage *self = COACH_EASE_PAGE (widget);

  if (!self->was_entered)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (self->done_button);
    }
  return GTK_WIDGET_CLASS (coach_ease_page_parent_class)->focus (widget, direction);
}

static void
coach_ease_page_dispose (GObject *object)
{
  CoachEasePage *self = COACH_EASE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_EASE_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_ease_page_parent_class)->dispose (object);
}

static void
coach_ease_page_class_init (CoachEasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_ease_page_dispose;
  widget_class->focus = coach_ease_page_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-ease-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, why_label);
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, moves);
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, later_label);
  gtk_widget_class_bind_template_child (widget_class, CoachEasePage, done_button);
}

static void
coach_ease_page_init (CoachEasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_ease_page_new:
 * @context: what pages are given
 * @reason: why there is no session
 *
 * Makes the page of a day without a session.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_ease_page_new (CoachAppContext *context,
                     CoachEaseReason  reason)
{
  CoachEasePage *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_EASE_PAGE, NULL);
  self->context = g_object_ref (context);
  gtk_label_set_text (self->title_label, get_title (reason));
  gtk_label_set_text (self->why_label, get_why (reason));
  gtk_label_set_text (self->later_label, get_later (reason));
  add_moves (self);
  return GTK_WIDGET (self);
}
