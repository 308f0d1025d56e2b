#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reach-view.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-reach-plot.h"
#include "coach-reach-words.h"

struct _CoachReachView
{
  GtkWidget       parent_instance;

  GDate           first_day;
  GArray         *points;       /* (owned) (nullable) until they are set */
  gboolean        has_rows;     /* whether the table shows these points */

  GtkWidget      *content;
  GtkLabel       *title_label;
  CoachReachPlot *plot;
  GtkLabel       *day_label;
  GtkExpander    *expander;
};

/**
 * CoachReachView:
 *
 * The reach chart of one leg, with the selected day in words below it, and all days as a table.
 */
G_DEFINE_FINAL_TYPE (CoachReachView, coach_reach_view, GTK_TYPE_WIDGET)

/* The columns of the table; each is as wide as its widest cell, but for the last, which wraps. */
typedef enum
{
  COLUMN_DAY,
  COLUMN_REACH,
  COLUMN_SCORE,
  COLUMN_FLAGS,
} Column;

typedef struct
{
  GtkBox       *box;                  /* (unowned) */
  GtkSizeGroup *widths[COLUMN_FLAGS]; /* (owned): the cells keep them after that */
} Table;

static void
add_cell (Table             *table,
          GtkBox            *row,
          Column             column,
          GtkAccessibleRole  role,
          const char        *text)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign",
                                  0.0f, NULL);

  if (column == COLUMN_FLAGS)
    g_object_set (cell, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  else
    gtk_size_group_add_widget (table->widths[column], cell);
  if (role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
    gtk_widget_add_css_class (cell, "heading");
  else
    gtk_widget_add_css_class (cell, "numeric");
  gtk_box_append (row, cell);
}

static GtkBox *
add_row (Table *table)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "spacing",
                                 18, NULL);

  gtk_box_append (table->box, row);
  return GTK_BOX (row);
}

static void
add_heads (Table *table)
{
  const GtkAccessibleRole role = GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  GtkBox *row = add_row (table);

  add_cell (table, row, COLUMN_DAY, role, C_ ("reach table", "Day"));
  add_cell (table, row, COLUMN_REACH, role, C_ ("reach table", "Reaches"));
  add_cell (table, row, COLUMN_SCORE, role, C_ ("reach table", "Of 10"));
  add_cell (table, row, COLUMN_FLAGS, role, C_ ("reach table", "Besides"));
}

static void
add_day (CoachReachView        *self,
         Table                 *table,
         const CoachReachPoint *point)
{
  const GtkAccessibleRole role = GTK_ACCESSIBLE_ROLE_CELL;
  GtkBox *row = add_row (table);
  g_autofree char *reach = coach_reach_words_describe_reach (point->reach);
  g_autofree char *flags = coach_reach_words_describe_flags (point->flags);
  g_autofree char *score = g_strdup_printf ("%u", point->score);
  GDate date = self->first_day;
  char day[64] = "";

  g_date_add_days (&date, point->day);
  g_date_strftime (day, sizeof day, C_ ("chart", "%-e %b"), &date);
  add_cell (table, row, COLUMN_DAY, role, day);
  add_cell (table, row, COLUMN_REACH, role, reach);
  add_cell (table, row, COLUMN_SCORE, role, score);
  add_cell (table, row, COLUMN_FLAGS, role, flags);
}

/* Made when it is asked for: a year of days is a lot of labels. The newest day is first. */
static void
make_rows (CoachReachView *self)
{
  Table table = { NULL };

  if (self->has_rows || self->points == NULL || !gtk_expander_get_expanded (self->expander))
    return;
  self->has_rows = TRUE;
  for (guint i = 0; i < COLUMN_FLAGS; i++)
    table.widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  table.box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "spacing", 6,
                            "margin-top", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table.box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title_label), -1);
  add_heads (&table);
  for (guint i = self->points->len; i > 0; i--)
    add_day (self, &table, &g_array_index (self->points, CoachReachPoint, i - 1));
  gtk_expander_set_child (self->expander, GTK_WIDGET (table.box));
  for (guint i = 0; i < COLUMN_FLAGS; i++)
    g_object_unref (table.widths[i]);
}

static void
update_day (CoachReachView *self)
{
  int selected = coach_reach_plot_get_selected (self->plot);
  g_autofree char *day = NULL;

  if (selected >= 0)
    day = coach_reach_words_describe_day (&self->first_day,
                                          &g_array_index (self->points, CoachReachPoint, selected));
  else if (self->points != NULL && self->points->len == 0)
    day = g_strdup (_("No check-in in this time"));
  else
    day = g_strdup (_("The larger a dot, the sorer. A ring is a leg that was numb, weak or burning."));
  gtk_label_set_text (self->day_label, day);
}

static void
selected_changed_cb (CoachReachView *self)
{
  update_day (self);
}

static void
expanded_changed_cb (CoachReachView *self)
{
  make_rows (self);
}

static void
coach_reach_view_dispose (GObject *object)
{
  CoachReachView *self = COACH_REACH_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_REACH_VIEW);
  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (coach_reach_view_parent_class)->dispose (object);
}

static void
coach_reach_view_class_init (CoachReachViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_reach_view_dispose;

  g_type_ensure (COACH_TYPE_REACH_PLOT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-reach-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachReachView, content);
  gtk_widget_class_bind_template_child (widget_class, CoachReachView, day_label);
  gtk_widget_class_bind_template_child (widget_class, CoachReachView, expander);
  gtk_widget_class_bind_template_child (widget_class, CoachReachView, plot);
  gtk_widget_class_bind_template_child (widget_class, CoachReachView, title_label);
  gtk_widget_class_bind_template_callback (widget_class, expanded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coach_reach_view_init (CoachReachView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_reach_view_new:
 *
 * Makes a view that shows nothing yet.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
coach_reach_view_new (void)
{
  return g_object_new (COACH_TYPE_REACH_VIEW, NULL);
}

/**
 * coach_reach_view_set_points:
 * @self: a view
 * @title: whose leg it is
 * @first_day: the first day
 * @n_days: how many days, at least 1
 * @points: (element-type CoachReachPoint): the days with a check-in
 *
 * Shows other days.
 */
void
coach_reach_view_set_points (CoachReachView *self,
                             const char     *title,
                             const GDate    *first_day,
                             guint           n_days,
                             GArray         *points)
{
  g_return_if_fail (COACH_IS_REACH_VIEW (self));
  g_return_if_fail (title != NULL && first_day != NULL && points != NULL);

  g_clear_pointer (&self->points, g_array_unref);
  self->points = g_array_ref (points);
  self->first_day = *first_day;
  self->has_rows = FALSE;
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  coach_reach_plot_set_points (self->plot, title, first_day, n_days, points);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), points->len > 0);
  update_day (self);
  make_rows (self);
}
