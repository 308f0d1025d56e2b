#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-routines-page.h"

#include "coach-move-card.h"

struct _CoachRoutinesPage
{
  AdwBin           parent_instance;

  CoachAppContext *context; /* (owned) (nullable) until it is set */
  gboolean         has_cards;

  GtkFlowBox      *grid;
  GtkFlowBox      *breaks_grid;
};

/**
 * CoachRoutinesPage:
 *
 * All routines as cards, each with its verdict for the person. Breaks of a minute or two come last
 * and by themselves.
 */
G_DEFINE_FINAL_TYPE (CoachRoutinesPage, coach_routines_page, ADW_TYPE_BIN)

static void
add_card (CoachRoutinesPage *self,
          CoachRoutine      *routine)
{
  GtkWidget *card = coach_move_card_new_routine (self->context, routine);
  gboolean is_micro = coach_routine_get_occasion (routine) == COACH_OCCASION_MICRO;

  gtk_flow_box_append (is_micro ? self->breaks_grid : self->grid, card);
  /* The card takes the focus; a second stop on its frame would only be in the way. */
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

/* Made when the page is seen first, for the start of the program shows another. */
static void
make_cards (CoachRoutinesPage *self)
{
  GListModel *routines;

  if (self->has_cards || self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->has_cards = TRUE;
  routines = coach_catalog_get_routines (coach_app_context_get_catalog (self->context));
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

      add_card (self, routine);
    }
}

static void
coach_routines_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_routines_page_parent_class)->map (widget);
  make_cards (COACH_ROUTINES_PAGE (widget));
}

static void
coach_routines_page_dispose (GObject *object)
{
  CoachRoutinesPage *self = COACH_ROUTINES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ROUTINES_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_routines_page_parent_class)->dispose (object);
}

static void
coach_routines_page_class_init (CoachRoutinesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_routines_page_dispose;
  widget_class->map = coach_routines_page_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-routines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinesPage, breaks_grid);
}

static void
coach_routines_page_init (CoachRoutinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_routines_page_set_context:
 * @self: a page
 * @context: what pages are given
 *
 * Gives the page its content; called once.
 */
void
coach_routines_page_set_context (CoachRoutinesPage *self,
                                 CoachAppContext   *context)
{
  g_return_if_fail (COACH_IS_ROUTINES_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  make_cards (self);
}
