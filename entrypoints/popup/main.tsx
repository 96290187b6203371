document.title = 'Dozvon';
