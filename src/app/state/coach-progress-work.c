#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-private.h"

/* Which muscles and moves the seconds of work went to. */

static void
clear_move (gpointer data)
{
  g_free (((CoachProgressMove *) data)->id);
}

static CoachProgressMuscle *
ensure_muscle (GArray     *muscles,
               const char *id)
{
  CoachProgressMuscle muscle = { .id = id };

  for (guint i = 0; i < muscles->len; i++)
    if (g_str_equal (g_array_index (muscles, CoachProgressMuscle, i).id, id))
      return &g_array_index (muscles, CoachProgressMuscle, i);
  g_array_append_val (muscles, muscle);
  return &g_array_index (muscles, CoachProgressMuscle, muscles->len - 1);
}

static CoachProgressMove *
ensure_move (GArray     *moves,
             const char *id)
{
  CoachProgressMove move = { 0 };

  for (guint i = 0; i < moves->len; i++)
    if (g_str_equal (g_array_index (moves, CoachProgressMove, i).id, id))
      return &g_array_index (moves, CoachProgressMove, i);
  move.id = g_strdup (id);
  g_array_append_val (moves, move);
  return &g_array_index (moves, CoachProgressMove, moves->len - 1);
}

/* The ids of the vocabulary live as long as the program; those of a movement do not. */
static const char *
find_term (const char *id)
{
  const char * const *ids = coach_term_list_ids (COACH_TERM_MUSCLE);

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      return ids[i];
  return NULL;
}

static void
add_muscles (CoachProgress        *self,
             CoachCatalog         *catalog,
             const CoachDiaryStep *step)
{
  CoachMovement *movement = coach_catalog_lookup_movement (catalog, step->movement);
  const char * const *muscles;

  if (movement == NULL)
    return;
  muscles = coach_movement_get_muscles (movement);
  for (guint i = 0; muscles[i] != NULL; i++)
    {
      const char *id = find_term (muscles[i]);
      CoachProgressMuscle *muscle;

      if (id == NULL)
        continue;
      muscle = ensure_muscle (self->muscles, id);
      muscle->side_s[COACH_PROGRESS_LEFT] += step->left_s;
      muscle->side_s[COACH_PROGRESS_RIGHT] += step->right_s;
      muscle->both_s += step->both_s;
    }
}

/* A move that comes twice in a session was done once. */
static gboolean
is_repeated (const CoachDiarySession *session,
             guint                    index)
{
  const CoachDiaryStep *step = g_ptr_array_index (session->steps, index);

  for (guint i = 0; i < index; i++)
    {
      const CoachDiaryStep *other = g_ptr_array_index (session->steps, i);

      if (coach_diary_step_get_worked_s (other) > 0
          && g_str_equal (other->movement, step->movement))
        return TRUE;
    }
  return FALSE;
}

static void
add_steps (CoachProgress           *self,
           CoachCatalog            *catalog,
           const CoachDiarySession *session)
{
  for (guint i = 0; i < session->steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (session->steps, i);
      CoachProgressMove *move;

      if (coach_diary_step_get_worked_s (step) == 0)
        continue;
      move = ensure_move (self->moves, step->movement);
      move->n_done += is_repeated (session, i) ? 0 : 1;
      move->side_s[COACH_PROGRESS_LEFT] += step->left_s;
      move->side_s[COACH_PROGRESS_RIGHT] += step->right_s;
      move->both_s += step->both_s;
      add_muscles (self, catalog, step);
    }
}

static guint
count_worked (const CoachDiarySession *session)
{
  guint worked_s = 0;

  for (guint i = 0; i < session->steps->len; i++)
    worked_s += coach_diary_step_get_worked_s (g_ptr_array_index (session->steps, i));
  return worked_s;
}

static int
compare_muscles (gconstpointer a,
                 gconstpointer b)
{
  guint of_a = coach_progress_muscle_get_total (a);
  guint of_b = coach_progress_muscle_get_total (b);

  if (of_a != of_b)
    return of_a > of_b ? -1 : 1;
  return g_strcmp0 (((const CoachProgressMuscle *) a)->id, ((const CoachProgressMuscle *) b)->id);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const CoachProgressMove *of_a = a;
  const CoachProgressMove *of_b = b;

  if (of_a->n_done != of_b->n_done)
    return of_a->n_done > of_b->n_done ? -1 : 1;
  return g_strcmp0 (of_a->id, of_b->id);
}

/* A session that was left before any work in it was not done. */
gboolean
coach_progress_was_done (const CoachDiarySession *session)
{
  return session->is_completed || count_worked (session) > 0;
}

void
coach_progress_add_work (CoachProgress            *self,
                         const CoachProgressFacts *facts)
{
  g_array_set_clear_func (self->moves, clear_move);
  for (guint i = 0; i < facts->records->sessions->len; i++)
    {
      const CoachDiarySession *session = g_ptr_array_index (facts->records->sessions, i);
      CoachProgressDay *day = coach_progress_find_day (self, facts, session->began);

      if (day == NULL || !coach_progress_was_done (session))
        continue;
      /* A break of a minute or two is work, but no session. */
      day->n_sessions += !coach_routine_id_is_micro (session->routine);
      day->worked_s += count_worked (session);
      add_steps (self, facts->catalog, session);
    }
  g_array_sort (self->muscles, compare_muscles);
  g_array_sort (self->moves, compare_moves);
}
