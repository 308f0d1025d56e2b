#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-moves-page.h"

#include <glib/gi18n.h>

#include "coach-avoid-notice.h"
#include "coach-move-card.h"
#include "coach-moves-page-state.h"

/* What fills a large window, made before the page is seen first. */
#define FIRST_CARDS 12

/* How many are made in one go after that: less than what one would feel as a halt. */
#define MORE_CARDS 4

struct _CoachMovesPage
{
  AdwBin             parent_instance;

  CoachAppContext   *context; /* (owned) (nullable): NULL until it is given */
  const char        *chip;    /* (nullable): id of the chosen chip; NULL for all */
  GPtrArray         *shown;   /* (owned) (nullable): moves in their order; NULL until first seen */
  GHashTable        *ranks;   /* (owned) (element-type CoachMove guint): their places */
  GHashTable        *cards;   /* (owned) (element-type CoachMove): those that have one */
  guint              more_id; /* 0 unless cards are still to be made */

  GtkSearchEntry    *search;
  GtkBox            *chips;
  GtkToggleButton   *all;
  GtkWidget         *avoid; /* (unowned) (nullable): the chip, until it is made */
  GtkStack          *stack;
  GtkScrolledWindow *results;
  CoachAvoidNotice  *notice;
  GtkLabel          *count;
  GtkFlowBox        *grid;
};

/**
 * CoachMovesPage:
 *
 * The library of moves: words and chips above, cards below. Who looks up a move to leave out is
 * told so first, with what to do instead.
 */
G_DEFINE_FINAL_TYPE (CoachMovesPage, coach_moves_page, ADW_TYPE_BIN)

static CoachMove *
get_move (GtkFlowBoxChild *child)
{
  return coach_move_card_get_move (COACH_MOVE_CARD (gtk_flow_box_child_get_child (child)));
}

static int
compare_ranks (GtkFlowBoxChild *a,
               GtkFlowBoxChild *b,
               gpointer         user_data)
{
  CoachMovesPage *self = user_data;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, get_move (a)));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, get_move (b)));

  return first < second ? -1 : first > second;
}

/* What is not shown is invisible rather than filtered out: screen readers would still read it. */
static void
show_ranked (CoachMovesPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (
        child, g_hash_table_contains (self->ranks, get_move (GTK_FLOW_BOX_CHILD (child))));
  gtk_flow_box_invalidate_sort (self->grid);
}

static void
show_count (CoachMovesPage *self,
            guint           n,
            gboolean        is_searching)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u move", "%u moves", n), n);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), is_searching && n > 0);
}

static void
add_card (CoachMovesPage *self,
          CoachMove      *move)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The card takes the focus, not what it lies in. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                coach_move_card_new (self->context, move));
  gtk_flow_box_append (self->grid, child);
  g_hash_table_add (self->cards, move);
}

/* Adds cards that are still missing among what is shown. Returns whether there are more of them. */
static gboolean
add_missing_cards (CoachMovesPage *self,
                   guint           max)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      CoachMove *move = g_ptr_array_index (self->shown, i);

      if (g_hash_table_contains (self->cards, move))
        continue;
      if (max-- == 0)
        return TRUE;
      add_card (self, move);
    }
  return FALSE;
}

static gboolean
add_more_cards_cb (gpointer user_data)
{
  CoachMovesPage *self = COACH_MOVES_PAGE (user_data);

  if (add_missing_cards (self, MORE_CARDS))
    return G_SOURCE_CONTINUE;
  self->more_id = 0;
  return G_SOURCE_REMOVE;
}

/* The whole library would take most of a second: it comes bit by bit, and what one asked for at
 * once. */
static void
make_cards (CoachMovesPage *self,
            gboolean        is_whole)
{
  if (add_missing_cards (self, is_whole ? FIRST_CARDS : G_MAXUINT) && self->more_id == 0)
    self->more_id = g_idle_add (add_more_cards_cb, self);
}

static void
set_shown (CoachMovesPage *self,
           GPtrArray      *moves)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (moves);
  g_hash_table_remove_all (self->ranks);
  for (guint i = 0; i < moves->len; i++)
    g_hash_table_insert (self->ranks, g_ptr_array_index (moves, i), GUINT_TO_POINTER (i));
}

static void
show_moves (CoachMovesPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (CoachMovesPageState) state = NULL;

  state = coach_moves_page_state_from (coach_app_context_get_catalog (self->context),
                                       coach_app_context_get_profile (self->context), words,
                                       self->chip);
  set_shown (self, state->moves);
  show_ranked (self);
  make_cards (self, *words == '\0' && self->chip == NULL);
  coach_avoid_notice_set_state (self->notice, state);
  show_count (self, state->moves->len, *words != '\0');
  gtk_stack_set_visible_child_name (
      self->stack, state->moves->len > 0 || state->warning != NULL ? "results" : "nothing");
}

/* Until the page is seen first there is nothing to keep up to date. */
static void
update_widgets (CoachMovesPage *self)
{
  if (self->shown != NULL)
    show_moves (self);
}

/* Dozens of cards would hold up the start of the program. */
static void
show_first (CoachMovesPage *self)
{
  if (self->shown == NULL && self->context != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_moves (self);
}

static void
scroll_to_top (CoachMovesPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->results), 0);
}

static void
chip_toggled_cb (GtkToggleButton *button,
                 CoachMovesPage  *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->chip = g_object_get_data (G_OBJECT (button), "coach-chip");
  update_widgets (self);
  scroll_to_top (self);
}

static GtkWidget *
add_chip (CoachMovesPage *self,
          const char     *id,
          const char     *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (name);

  gtk_widget_add_css_class (button, "chip");
  if (g_str_equal (id, COACH_MOVES_CHIP_AVOID))
    gtk_widget_add_css_class (button, "avoid");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->all);
  g_object_set_data_full (G_OBJECT (button), "coach-chip", g_strdup (id), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chip_toggled_cb), self, 0);
  gtk_box_append (self->chips, button);
  return button;
}

static void
make_chips (CoachMovesPage *self)
{
  g_autoptr (GPtrArray) groups = NULL;

  groups = coach_moves_page_list_chips (coach_app_context_get_catalog (self->context));
  for (guint i = 0; i < groups->len; i++)
    {
      const char *id = g_ptr_array_index (groups, i);

      add_chip (self, id, coach_term_get_name (COACH_TERM_GROUP, id));
    }
  self->avoid = add_chip (self, COACH_MOVES_CHIP_AVOID, C_ ("verdict", "Avoid"));
}

static void
search_changed_cb (CoachMovesPage *self)
{
  update_widgets (self);
  scroll_to_top (self);
}

static void
stop_search_cb (CoachMovesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Enter takes to the best hit. */
static void
search_activated_cb (CoachMovesPage *self)
{
  update_widgets (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
profile_changed_cb (CoachMovesPage *self)
{
  update_widgets (self);
}

static void
coach_moves_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_moves_page_parent_class)->map (widget);
  show_first (COACH_MOVES_PAGE (widget));
}

static void
coach_moves_page_dispose (GObject *object)
{
  CoachMovesPage *self = COACH_MOVES_PAGE (object);

  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_MOVES_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_moves_page_parent_class)->dispose (object);
}

static void
coach_moves_page_finalize (GObject *object)
{
  CoachMovesPage *self = COACH_MOVES_PAGE (object);

  g_hash_table_unref (self->ranks);
  g_hash_table_unref (self->cards);

  G_OBJECT_CLASS (coach_moves_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-moves-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, all);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, count);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, results);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, search);
  gtk_widget_class_bind_template_child (widget_class, CoachMovesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
coach_moves_page_class_init (CoachMovesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coach_moves_page_dispose;
  object_class->finalize = coach_moves_page_finalize;
  widget_class->map = coach_moves_page_map;

  g_type_ensure (COACH_TYPE_AVOID_NOTICE);
  bind_template (widget_class);
}

static void
coach_moves_page_init (CoachMovesPage *self)
{
  self->ranks = g_hash_table_new (NULL, NULL);
  self->cards = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_flow_box_set_sort_func (self->grid, compare_ranks, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * coach_moves_page_set_context:
 * @self: a page
 * @context: the content and the person
 *
 * Gives the page what it shows. It is called once.
 */
void
coach_moves_page_set_context (CoachMovesPage  *self,
                              CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_MOVES_PAGE (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  make_chips (self);
  show_first (self);
}

/**
 * coach_moves_page_search:
 * @self: a page
 *
 * Puts the focus into the search entry, its words selected.
 */
void
coach_moves_page_search (CoachMovesPage *self)
{
  g_return_if_fail (COACH_IS_MOVES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/**
 * coach_moves_page_show_avoid:
 * @self: a page that was given its context
 *
 * Shows all that is to be left out.
 */
void
coach_moves_page_show_avoid (CoachMovesPage *self)
{
  g_return_if_fail (COACH_IS_MOVES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->avoid), TRUE);
  gtk_widget_grab_focus (self->avoid);
}
